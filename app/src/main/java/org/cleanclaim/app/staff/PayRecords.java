package org.cleanclaim.app.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.Pay.Basis;
import org.cleanclaim.app.staff.PayEntry.Standing;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What people earn. An administrator and the named manager of a person see it while they are
/// employed, nobody else, the person included. Nothing that was entered is ever changed: a
/// correction is a further entry. Every reading, every entry and every refused attempt is on the
/// audit trail by the person whose pay it is, never with an amount.
@Component
public class PayRecords {
  private static final Money MOST = Money.of("9999999.99");
  private static final String SUBJECT = "staff member";

  /// What the pay of several people is read for, as the trail says it.
  public enum Reading {
    LIST("read pay", "in the list"),
    EXPORT("exported pay", "as CSV"),
    API("read pay", "through the API");

    private final String action;
    private final String how;

    Reading(String action, String how) {
      this.action = action;
      this.how = how;
    }
  }

  private final JdbcClient jdbc;
  private final Staff staff;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PayRecords(
      JdbcClient jdbc,
      Staff staff,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What a person earns today; empty when nothing is entered.
  ///
  /// @throws PayHidden unless the actor may see it
  public Optional<Pay> of(StaffMember member, LocalDate today) {
    require(member);
    return inTransaction(() -> {
      audit.record("read pay", SUBJECT, member.id(), null, null);
      return find(member, today);
    });
  }

  /// Everything that was ever entered about a person's pay, the latest day first and of a day the
  /// last entry first.
  ///
  /// @throws PayHidden unless the actor may see it
  public List<PayEntry> history(StaffMember member, LocalDate today) {
    require(member);
    return inTransaction(() -> {
      audit.record("read pay", SUBJECT, member.id(), null, "with its history");
      return entries(member, today);
    });
  }

  /// Enters what a person earns from a day on. An entry for a day that has one already corrects it;
  /// one that says the same as the last adds nothing.
  ///
  /// @throws PayHidden unless the actor may see it
  public void enter(StaffMember member, Pay pay) {
    require(member);
    if (!pay.amount().isPositive() || pay.amount().compareTo(MOST) > 0) {
      throw new StaffRefusal("The pay is above $0 and below ten million.");
    }
    Days.require(pay.since(), "The first day of the pay");
    inTransaction(() -> {
      var before = onDay(member, pay.since());
      if (before.filter(pay::equals).isPresent()) return false;
      jdbc.sql(
              """
              insert into staff_pay (staff_member_id, since, basis, amount, entered_by, entered_at)
              values (:member, :since, :basis, :amount, :actor, :now)
              """)
          .param("member", member.id())
          .param("since", pay.since())
          .param("basis", pay.basis().name())
          .param("amount", pay.amount().toBigDecimal())
          .param("actor", Acting.actor().name())
          .param("now", Timestamp.from(clock.instant()))
          .update();
      audit.record(
          before.isPresent() ? "corrected pay" : "entered pay",
          SUBJECT,
          member.id(),
          null,
          "from " + pay.since());
      return true;
    });
  }

  /// The pay of everybody whose pay the actor may see, by person; the trail names each of them.
  ///
  /// @throws PayHidden when there is nobody
  public Map<StaffMember, Optional<Pay>> visible(LocalDate today, Reading reading) {
    return inTransaction(
            () -> {
              var mine = staff.all().stream().filter(this::maySee).toList();
              if (mine.isEmpty()) {
                audit.record("was refused pay", "staff pay", "list", null, null);
                return Optional.<Map<StaffMember, Optional<Pay>>>empty();
              }
              var pays = new LinkedHashMap<StaffMember, Optional<Pay>>();
              for (StaffMember member : mine) {
                audit.record(reading.action, SUBJECT, member.id(), null, reading.how);
                pays.put(member, find(member, today));
              }
              return Optional.<Map<StaffMember, Optional<Pay>>>of(pays);
            })
        .orElseThrow(PayHidden::new);
  }

  /// Whether the actor may see a person's pay. Whoever is on the list and not employed today may
  /// not, whatever the account still permits.
  public boolean maySee(StaffMember member) {
    var actor = Acting.actor();
    return inTransaction(() -> {
      var own = staff.ofUser(actor.name());
      if (own.isPresent() && !staff.isEmployedToday(own.get())) return false;
      if (actor.may(Permission.MANAGE_USERS)) return true;
      Long manager = member.managerId();
      return manager != null && own.filter(m -> m.id() == manager).isPresent();
    });
  }

  private void require(StaffMember member) {
    if (maySee(member)) return;
    inTransaction(() -> {
      audit.record("was refused pay", SUBJECT, member.id(), null, null);
      return true;
    });
    throw new PayHidden();
  }

  private Optional<Pay> find(StaffMember member, LocalDate today) {
    return entries(member, today).stream()
        .filter(e -> e.standing() == Standing.HOLDS)
        .map(PayEntry::pay)
        .findFirst();
  }

  private Optional<Pay> onDay(StaffMember member, LocalDate since) {
    return entries(member, since).stream()
        .filter(e -> e.pay().since().equals(since))
        .map(PayEntry::pay)
        .findFirst();
  }

  private List<PayEntry> entries(StaffMember member, LocalDate today) {
    var entries = new ArrayList<PayEntry>();
    jdbc.sql(
            """
            select basis, amount, since, entered_by, entered_at
            from staff_pay
            where staff_member_id = :member
            order by since desc, staff_pay_id desc
            """)
        .param("member", member.id())
        .query(row -> {
          var pay =
              new Pay(
                  Basis.valueOf(row.getString("basis")),
                  Money.of(row.getBigDecimal("amount").toPlainString()),
                  row.getObject("since", LocalDate.class));
          Timestamp at = row.getTimestamp("entered_at");
          var above = entries.isEmpty() ? null : entries.getLast();
          entries.add(
              new PayEntry(
                  pay,
                  row.getString("entered_by"),
                  at == null ? null : at.toInstant(),
                  standing(pay, above, today)));
        });
    return List.copyOf(entries);
  }

  /// @param above the entry before it in the history: of the same day, or of a later one
  private static Standing standing(Pay pay, @Nullable PayEntry above, LocalDate today) {
    if (above != null && above.pay().since().equals(pay.since())) return Standing.CORRECTED;
    if (pay.since().isAfter(today)) return Standing.TO_COME;
    boolean isFirstBegun = above == null || above.pay().since().isAfter(today);
    return isFirstBegun ? Standing.HOLDS : Standing.PAST;
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
