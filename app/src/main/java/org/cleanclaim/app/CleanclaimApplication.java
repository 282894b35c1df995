package org.cleanclaim.app;

import java.time.Clock;
import org.cleanclaim.app.access.Acting;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The Cleanclaim server. Started by the command line with its database already prepared.
@SpringBootApplication(proxyBeanMethods = false)
public class CleanclaimApplication {

  /// The practice's clock: the one bound to the work at hand (a demo month, a test), else the
  /// system's.
  @Bean
  Clock clock() {
    return Acting.clock();
  }
}
