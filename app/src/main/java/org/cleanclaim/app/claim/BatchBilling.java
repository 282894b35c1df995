package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.encounter.EncounterId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Bills many visits, with the outcome of billing each by itself in their order. Some hundred are
/// billed in one transaction, two such at a time; when it fails, its visits are billed one by one,
/// so that a visit that cannot be billed stops no other.
@Component
public class BatchBilling {
  private static final Logger LOG = LoggerFactory.getLogger(BatchBilling.class);
  private static final int AT_ONCE = 250;
  private static final int WORKERS = 2;

  /// What came of a visit.
  ///
  /// @param result null when it failed
  /// @param failure in words; null when it did not fail
  public record Outcome(
      EncounterId visit, @Nullable CreateResult result, @Nullable String failure) {

    /// Why the visit was not billed; empty when it was.
    public Optional<String> refusal() {
      return result instanceof CreateResult.NotBillable(String message)
          ? Optional.of(message)
          : Optional.ofNullable(failure);
    }
  }

  private final ClaimBilling billing;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  BatchBilling(ClaimBilling billing, JdbcClient jdbc, TransactionOperations transactions) {
    this.billing = billing;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /// Bills visits.
  ///
  /// @param progress is told how many are done so far
  /// @return what came of each, in their order
  public List<Outcome> bill(List<EncounterId> visits, IntConsumer progress) {
    var outcomes = new HashMap<EncounterId, Outcome>();
    for (List<EncounterId> round : rounds(visits.stream().distinct().toList())) {
      billRound(round, outcomes, progress);
    }
    return visits.stream().map(outcomes::get).toList();
  }

  // Visits of one person follow each other, since each claim is scrubbed beside those before it: no
  // round holds two of them.
  private List<List<EncounterId>> rounds(List<EncounterId> visits) {
    var people = people(visits);
    var seen = new HashMap<Long, Integer>();
    var rounds = new ArrayList<List<EncounterId>>();
    for (EncounterId visit : visits) {
      Long person = people.get(visit);
      if (person == null) {
        throw new IllegalArgumentException("There is no visit with the id " + visit + ".");
      }
      int round = seen.merge(person, 1, Integer::sum) - 1;
      if (round == rounds.size()) rounds.add(new ArrayList<>());
      rounds.get(round).add(visit);
    }
    return rounds;
  }

  private Map<EncounterId, Long> people(List<EncounterId> visits) {
    var people = new HashMap<EncounterId, Long>();
    transactions.executeWithoutResult(status ->
        jdbc.sql(
                """
                select e.encounter_id, coalesce(p.merged_into, p.patient_id) as person
                from encounter e
                join patient p using (patient_id)
                where e.encounter_id = any (:visits)
                """)
            .param("visits", visits.stream().map(EncounterId::value).toArray(Long[]::new))
            .query(row -> {
              people.put(new EncounterId(row.getLong("encounter_id")), row.getLong("person"));
            }));
    return people;
  }

  private void billRound(
      List<EncounterId> round, Map<EncounterId, Outcome> outcomes, IntConsumer progress) {
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      var running = new ArrayList<Future<List<Outcome>>>();
      for (int from = 0; from < round.size(); from += AT_ONCE) {
        var some = round.subList(from, Math.min(from + AT_ONCE, round.size()));
        var work = Acting.carried(() -> billTogether(some));
        running.add(workers.submit(work::call));
      }
      for (var one : running) {
        one.get().forEach(outcome -> outcomes.put(outcome.visit(), outcome));
        progress.accept(outcomes.size());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the billing of visits broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the billing of visits was interrupted", e);
    }
  }

  private List<Outcome> billTogether(List<EncounterId> visits) {
    try {
      return billInOne(visits);
    } catch (RuntimeException e) {
      if (visits.size() > 1) {
        return visits.stream().map(visit -> billTogether(List.of(visit)).getFirst()).toList();
      }
      LOG.error("visit {} could not be billed", visits.getFirst(), e);
      return List.of(
          new Outcome(
              visits.getFirst(),
              null,
              "It could not be billed (%s). Bill it by itself to see what is wrong."
                  .formatted(e.getClass().getSimpleName())));
    }
  }

  private List<Outcome> billInOne(List<EncounterId> visits) {
    var results = Objects.requireNonNull(transactions.execute(status -> billing.bill(visits)));
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < visits.size(); i++) {
      outcomes.add(new Outcome(visits.get(i), results.get(i), null));
    }
    return outcomes;
  }
}
