package org.cleanclaim.app.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what a stored event asks for: on behalf of a part of the system, for the event's
/// organization, in a transaction of its own. The same event may come twice; the work has to bear
/// that.
@Component
public class EventWork {
  private final TransactionTemplate newTransaction;

  EventWork(PlatformTransactionManager transactions) {
    this.newTransaction = new TransactionTemplate(transactions);
    this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  public void run(long organizationId, String actor, Runnable work) {
    Acting.as(
        Actor.system(organizationId, actor),
        () -> {
          newTransaction.executeWithoutResult(status -> work.run());
          return true;
        });
  }
}
