package ru.trenergram.telegram;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.MovedGroups;

@Component
class GroupMoves implements MovedGroups {

    private final JdbcClient jdbc;

    GroupMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long now(long chatId) {
        return jdbc.sql("SELECT moved_to FROM telegram_moved_group WHERE group_id = ?")
                .param(chatId)
                .query(Long.class)
                .optional()
                .orElse(chatId);
    }

    void moved(long groupId, long to) {
        jdbc.sql("INSERT INTO telegram_moved_group (group_id, moved_to) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(groupId, to)
                .update();
    }
}
