package org.cleanclaim.app.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuthorizationClocksTest {
  private final DemoServer server = DemoServer.shared();
  private final Deadlines deadlines = server.bean(Deadlines.class);

  @Test
  void aDayThatHasPassedIsNotLateForEver() {
    var transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    server.inPractice(() ->
        transaction.execute(status -> {
          status.setRollbackOnly();
          run("authorization over", -1);
          run("authorization today", 0);

          server.bean(AuthorizationClocks.class).endPassed();

          assertThat(clock("authorization over").state()).isEqualTo(Clock.State.ENDED);
          assertThat(clock("authorization today").state()).isEqualTo(Clock.State.RUNNING);
          return 0;
        }));
  }

  private void run(String subject, int days) {
    deadlines.run(
        ClockStart.of(
            ClockKind.AUTHORIZATION_END,
            subject,
            ClockRule.days(0, "the payer's answer"),
            deadlines.today().plusDays(days)));
  }

  private Clock clock(String subject) {
    return deadlines.find(ClockKind.AUTHORIZATION_END, subject, 1).orElseThrow();
  }
}
