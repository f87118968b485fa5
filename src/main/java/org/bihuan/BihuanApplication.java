package org.bihuan;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Entry point of the product. */
@SpringBootApplication
public class BihuanApplication {

    public static void main(String[] args) {
        SpringApplication.run(BihuanApplication.class, args);
    }

    /** The one source of the time; tests replace it. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
