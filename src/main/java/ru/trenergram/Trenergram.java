package ru.trenergram;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.modulith.Modulithic;
import ru.trenergram.base.Settings;

@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
@Modulithic(systemName = "Trenergram", sharedModules = "base")
public class Trenergram {

    static void main(String[] args) {
        SpringApplication.run(Trenergram.class, args);
    }
}
