package org.cleanclaim.app.staff;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.Pay.Basis;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What people earn. An administrator and the named manager of a person see it, nobody else, the
/// person included. Every reading, every change and every refused attempt is on the audit trail,
/// never with an amount.
@Component
public class PayRecords {
  private static final Money MOST = Money.of("9999999.99");

  private final JdbcClient jdbc;
  private final Staff staff;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  PayRecords(
      JdbcClient jdbc, Staff staff, AuditTrail audit, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What a person earns today; empty when nothing is entered.
  ///
  /// @throws PayHidden unless the actor may see it
  public Optional<Pay> of(StaffMember member, LocalDate today) {
    require(member);
    return inTransaction(() -> {
      audit.record("read pay", "staff member", member.id(), null, null);
      return find(member, today);
    });
  }

  /// Enters what a person earns from a day on.
  ///
  /// @throws PayHidden unless the actor may see it
  public void enter(StaffMember member, Pay pay) {
    require(member);
    if (!pay.amount().isPositive() || pay.amount().compareTo(MOST) > 0) {
      throw new StaffRefusal("The pay is above $0 and below ten million.");
    }
    inTransaction(() -> {
      jdbc.sql(
              """
              insert into staff_pay (staff_member_id, since, basis, amount, entered_by)
              values (:member, :since, :basis, :amount, :actor)
              on conflict (staff_member_id, since) do update
              set basis = excluded.basis, amount = excluded.amount, entered_by = excluded.entered_by
              """)
          .param("member", member.id())
          .param("since", pay.since())
          .param("basis", pay.basis().name())
          .param("amount", pay.amount().toBigDecimal())
          .param("actor", Acting.actor().name())
          .update();
      audit.record("entered pay", "staff member", member.id(), null, "from " + pay.since());
      return true;
    });
  }

  /// The pay of everybody whose pay the actor may see, by person.
  ///
  /// @throws PayHidden when there is nobody
  public Map<StaffMember, Optional<Pay>> visible(LocalDate today) {
    return inTransaction(
            () -> {
              var mine = staff.all().stream().filter(this::maySee).toList();
              if (mine.isEmpty()) {
                audit.record("was refused pay", "staff pay", "list", null, null);
                return Optional.<Map<StaffMember, Optional<Pay>>>empty();
              }
              audit.record("read pay", "staff pay", "list of " + mine.size(), null, null);
              return Optional.of(pays(mine, today));
            })
        .orElseThrow(PayHidden::new);
  }

  /// Whether the actor may see a person's pay.
  public boolean maySee(StaffMember member) {
    var actor = Acting.actor();
    if (actor.may(Permission.MANAGE_USERS)) return true;
    Long manager = member.managerId();
    return manager != null
        && inTransaction(
            () -> staff.ofUser(actor.name()).filter(m -> m.id() == manager).isPresent());
  }

  private Map<StaffMember, Optional<Pay>> pays(List<StaffMember> members, LocalDate today) {
    var pays = new LinkedHashMap<StaffMember, Optional<Pay>>();
    for (StaffMember member : members) pays.put(member, find(member, today));
    return pays;
  }

  private void require(StaffMember member) {
    if (maySee(member)) return;
    inTransaction(() -> {
      audit.record("was refused pay", "staff member", member.id(), null, null);
      return true;
    });
    throw new PayHidden();
  }

  private Optional<Pay> find(StaffMember member, LocalDate today) {
    return jdbc.sql(
            """
            select basis, amount, since
            from staff_pay
            where staff_member_id = :member and since <= :today
            order by since desc
            limit 1
            """)
        .param("member", member.id())
        .param("today", today)
        .query((row, n) ->
            new Pay(
                Basis.valueOf(row.getString("basis")),
                Money.of(row.getBigDecimal("amount").toPlainString()),
                row.getObject("since", LocalDate.class)))
        .optional();
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
