package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of the staff bot's commands in docs/operations.md, against what the menus show. */
class StaffCommandsTest {

    private static final String NOBODY = "nobody";
    private static final String SUPERADMIN = "super-admin";

    @Test
    void the_documented_table_is_what_the_menus_show() throws IOException {
        Map<String, List<String>> documented = documented();

        assertThat(documented.keySet())
                .containsExactly(NOBODY, "readonly", "marketing", "manager", "owner", "cashier", SUPERADMIN);
        documented.forEach(
                (who, commands) -> assertThat(shownTo(who)).as(who).containsExactlyInAnyOrderElementsOf(commands));
    }

    @Test
    void several_roles_unite_their_commands() {
        assertThat(StaffCommands.of(Set.of(StaffRole.CASHIER, StaffRole.MANAGER), false))
                .isEqualTo(StaffCommands.of(Set.of(StaffRole.MANAGER), false));
    }

    private static List<String> shownTo(String who) {
        return switch (who) {
            case NOBODY -> StaffCommands.of(Set.of(), false);
            case SUPERADMIN -> StaffCommands.of(Set.of(), true);
            default -> StaffCommands.of(Set.of(StaffRole.valueOf(who.toUpperCase(java.util.Locale.ROOT))), false);
        };
    }

    /** The commands marked with ✓ in each column. */
    private static Map<String, List<String>> documented() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("docs/operations.md")).stream()
                .dropWhile(line -> !line.equals("## The staff bot"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| command |") || line.startsWith("| `/"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> head = rows.getFirst();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (int column = 3; column < head.size(); column++) {
            List<String> own = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                if (row.get(column).equals("✓")) {
                    own.add(row.get(1).replaceAll("[`/]", ""));
                }
            }
            commands.put(head.get(column), own);
        }
        return commands;
    }
}
