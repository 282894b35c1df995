package org.cleanclaim.cli;

import java.util.concurrent.Callable;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.intake.MailRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One round over the connections: what waits is sent, what has come is worked.
@Command(
    name = "exchange",
    description = "Send what waits and fetch what has come, over all connections, once.",
    mixinStandardHelpOptions = true)
final class ExchangeCommand implements Callable<Integer> {
  @Mixin HomeOptions options = new HomeOptions();

  @Override
  public Integer call() {
    boolean isClean = true;
    try (var open = options.open();
        var context = ApplicationStart.withoutPages(open.home(), open.database())) {
      var round = context.getBean(MailRound.class);
      for (var practice : context.getBean(Organizations.class).all()) {
        var visits = Acting.as(Actor.system(practice.id(), "command line"), round::go);
        if (visits.isEmpty()) {
          System.out.println(
              practice.name() + " has no connection that works. Set one up under Connections.");
        }
        for (var visit : visits) isClean &= print(visit);
      }
    }
    return isClean ? Main.DONE : Main.FINDINGS;
  }

  private static boolean print(MailRound.Visit visit) {
    System.out.printf(
        "%s: %d sent, %d received%n",
        visit.connection(), visit.delivered(), visit.received().size());
    visit.troubles().forEach(trouble -> System.out.println("  " + trouble));
    return visit.troubles().isEmpty();
  }
}
