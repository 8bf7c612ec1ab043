package ru.trenergram.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.support.MainBotTest;

class UsersIntegrationTest extends MainBotTest {

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void a_phone_that_is_shared_while_the_name_changes_is_kept() {
        long anna = id(somebody("Анна", "ru"));
        var meanwhile = new TransactionTemplate(manager);
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(manager).executeWithoutResult(_ -> {
            users.changeProfile(anna, new ProfileChange("Аня", null, null, null, null));
            meanwhile.executeWithoutResult(_ -> users.sharePhone(anna, "79160000001"));
        });

        assertThat(users.get(anna).person().firstName()).isEqualTo("Аня");
        assertThat(users.get(anna).phone()).isEqualTo("+79160000001");
    }
}
