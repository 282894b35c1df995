package org.cleanclaim.app.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerChanged;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long each payer leaves for claims, corrections and appeals. Original Medicare has the law's
/// levels; others have what is entered from their contract or manual.
@Component
@Transactional
public class PayerTerms {
  private static final int ASSUMED_DAYS = 90;

  /// What is entered for a payer.
  ///
  /// @param correctedClaimDays after its decision; null when the contract says nothing
  /// @param levels title, days to file and days to decide of each level
  /// @param source contract or manual with its section
  public record Terms(@Nullable Integer correctedClaimDays, List<TermLevel> levels, String source) {
    public Terms {
      levels = List.copyOf(Objects.requireNonNullElse(levels, List.of()));
      source = Objects.requireNonNullElse(source, "");
    }
  }

  /// @param decisionDays null when nothing says so
  public record TermLevel(String title, int days, @Nullable Integer decisionDays) {
    public TermLevel {
      title = Objects.requireNonNullElse(title, "");
    }
  }

  private final JdbcClient jdbc;
  private final Payers payers;
  private final Deadlines deadlines;
  private final DeadlineLists lists;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  PayerTerms(
      JdbcClient jdbc,
      Payers payers,
      Deadlines deadlines,
      DeadlineLists lists,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.payers = payers;
    this.deadlines = deadlines;
    this.lists = lists;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// By when a claim has to be at the payer, from the service.
  public ClockRule filing(Payer payer) {
    return ClockRule.days(
        payer.timelyFilingDays(),
        isOriginalMedicare(payer)
            ? "payer directory; the law's limit is one calendar year, 42 CFR 424.44(a)(1)"
            : "payer directory");
  }

  /// By when a corrected claim has to be at the payer, from its decision; empty when nothing is
  /// entered.
  @Transactional(readOnly = true)
  public Optional<ClockRule> correctedClaim(Payer payer) {
    var entered = entered(payer.id());
    if (entered.isEmpty() || entered.get().correctedClaimDays() == null) return Optional.empty();
    return Optional.of(ClockRule.days(entered.get().correctedClaimDays(), entered.get().source()));
  }

  /// The payer's levels of appeal on a day. Where nothing is known, one level of ninety days is
  /// assumed and marked so, and so are the days that the payer has to decide.
  @Transactional(readOnly = true)
  public List<AppealLevel> appealLevels(Payer payer, LocalDate on) {
    if (isOriginalMedicare(payer)) return MedicareAppeals.levels(on.getYear());
    var entered = entered(payer.id()).filter(terms -> !terms.levels().isEmpty());
    if (entered.isEmpty()) {
      return List.of(
          new AppealLevel(
              1,
              "First appeal",
              ClockRule.days(ASSUMED_DAYS, "assumed; enter the payer's own days").assumed(),
              LegalClocks.APPEAL_DECISION,
              Money.ZERO));
    }
    var levels = new ArrayList<AppealLevel>();
    for (TermLevel level : entered.get().levels()) {
      levels.add(
          new AppealLevel(
              levels.size() + 1,
              level.title(),
              ClockRule.days(level.days(), entered.get().source()),
              level.decisionDays() == null
                  ? LegalClocks.APPEAL_DECISION
                  : ClockRule.days(level.decisionDays(), entered.get().source()),
              Money.ZERO));
    }
    return List.copyOf(levels);
  }

  private static boolean isOriginalMedicare(Payer payer) {
    return switch (payer.filing()) {
      case MEDICARE_PART_A, MEDICARE_PART_B -> true;
      default -> false;
    };
  }

  /// What is entered for a payer.
  @Transactional(readOnly = true)
  public Optional<Terms> entered(long payerId) {
    return jdbc.sql("select corrected_claim_days, source from payer_term where payer_id = :payer")
        .param("payer", payerId)
        .query((row, n) ->
            new Terms(
                row.getObject("corrected_claim_days", Integer.class),
                levels(payerId),
                row.getString("source")))
        .optional();
  }

  private List<TermLevel> levels(long payerId) {
    return jdbc.sql(
            """
            select title, days, decision_days
            from payer_appeal_level
            where payer_id = :payer
            order by level
            """)
        .param("payer", payerId)
        .query((row, n) ->
            new TermLevel(
                row.getString("title"),
                row.getInt("days"),
                row.getObject("decision_days", Integer.class)))
        .list();
  }

  /// Enters what a payer's contract says; running clocks of the payer are computed again.
  ///
  /// @throws DeadlineRefusal when it cannot be so
  public void enter(long payerId, Terms terms) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var payer = payers.get(payerId);
    check(payer, terms);
    jdbc.sql(
            """
            insert into payer_term (payer_id, corrected_claim_days, source, saved_by, saved_at)
            values (:payer, :days, :source, :actor, :now)
            on conflict (payer_id) do update set corrected_claim_days = excluded.corrected_claim_days,
              source = excluded.source, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("payer", payerId)
        .param("days", terms.correctedClaimDays())
        .param("source", terms.source().strip())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("delete from payer_appeal_level where payer_id = :payer")
        .param("payer", payerId)
        .update();
    int number = 0;
    for (TermLevel level : terms.levels()) {
      jdbc.sql(
              """
              insert into payer_appeal_level (payer_id, level, title, days, decision_days)
              values (:payer, :level, :title, :days, :decision)
              """)
          .param("payer", payerId)
          .param("level", ++number)
          .param("title", level.title().strip())
          .param("days", level.days())
          .param("decision", level.decisionDays())
          .update();
    }
    audit.record("changed the terms", "payer", payer.slug(), null, terms.source().strip());
    events.publishEvent(new PayerTermsChanged(payerId));
  }

  private static void check(Payer payer, Terms terms) {
    if (terms.source().isBlank()) {
      throw new DeadlineRefusal("Name the contract or manual that says so.");
    }
    if (isOriginalMedicare(payer) && !terms.levels().isEmpty()) {
      throw new DeadlineRefusal("The levels of Original Medicare are the law's.");
    }
    Integer corrected = terms.correctedClaimDays();
    boolean isWrong =
        (corrected != null && corrected < 1)
            || terms.levels().stream()
                .anyMatch(l ->
                    l.title().isBlank()
                        || l.days() < 1
                        || (l.decisionDays() != null && l.decisionDays() < 1));
    if (isWrong) throw new DeadlineRefusal("Each level has a name, and days of at least one.");
  }

  /// Running clocks of the payer get the days that are entered now.
  @EventListener
  void computeAgain(PayerTermsChanged changed) {
    computeAgain(payers.get(changed.payerId()));
  }

  /// The same when the directory's filing limit was changed.
  @EventListener
  void computeAgain(PayerChanged changed) {
    computeAgain(payers.get(changed.payerId()));
  }

  private void computeAgain(Payer payer) {
    var open =
        lists.list(
            new DeadlineFilter(
                null, DeadlineFilter.Span.OPEN, null, payer.slug(), null, DeadlineFilter.Order.DUE),
            Integer.MAX_VALUE);
    for (var running : open) {
      rule(running, payer).ifPresent(rule -> deadlines.run(again(running, rule)));
    }
  }

  private Optional<ClockRule> rule(org.cleanclaim.app.deadline.Clock running, Payer payer) {
    return switch (running.kind()) {
      case TIMELY_FILING -> Optional.of(filing(payer));
      case CORRECTED_CLAIM -> correctedClaim(payer);
      case APPEAL ->
          appealLevels(payer, running.startsOn()).stream()
              .filter(level -> level.number() == running.step())
              .findFirst()
              .map(AppealLevel::filing);
      default -> Optional.empty();
    };
  }

  private static ClockStart again(org.cleanclaim.app.deadline.Clock running, ClockRule rule) {
    return new ClockStart(
        running.kind(),
        running.subject(),
        running.step(),
        running.title(),
        rule,
        running.startsOn(),
        running.claimId(),
        running.payerId(),
        running.link(),
        running.owner());
  }
}
