package org.bihuan;

import java.time.Clock;

import org.bihuan.shared.Dates;
import org.bihuan.shared.OffsetClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Entry point of the product. */
@SpringBootApplication
@EnableScheduling
public class BihuanApplication {

    public static void main(String[] args) {
        SpringApplication.run(BihuanApplication.class, args);
    }

    /** The one source of the time; tests replace it. */
    @Bean
    OffsetClock clock() {
        return new OffsetClock(Clock.system(Dates.ZONE));
    }
}
