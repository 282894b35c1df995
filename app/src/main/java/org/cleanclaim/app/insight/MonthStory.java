package org.cleanclaim.app.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells what the practice's records come to. Every figure is read from the tables, none is counted
/// along the way.
@Component
@Transactional(readOnly = true)
public class MonthStory {
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Organizations organizations;
  private final AuditTrail audit;

  MonthStory(JdbcClient jdbc, Ledger ledger, Organizations organizations, AuditTrail audit) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.organizations = organizations;
    this.audit = audit;
  }

  /// The story of all records up to a day.
  public Story tell(LocalDate through) {
    Map<Account, Money> balances = ledger.balances();
    var totals = ledger.totals();
    return new Story(
        organizations.current().name(),
        count("select count(*) from encounter where served_on <= :through", through),
        count("select count(*) from chart where status = 'FINAL_CODED'"),
        count("select count(*) from chart_code"),
        count(
            """
            select count(*)
            from suggestion
            join chart using (chart_id)
            join encounter using (encounter_id)
            where served_on <= :through
            """,
            through),
        count("select count(*) from suggestion where decision = 'ACCEPTED'"),
        count("select count(*) from claim where served_from <= :through", through),
        count("select count(distinct claim_id) from claim_event where what = 'Held'"),
        count("select count(distinct claim_id) from claim_event where what = 'Rejected'"),
        findings(),
        count("select count(*) from exchanged_file where direction = 'SENT'"),
        count("select count(*) from exchanged_file where direction = 'RECEIVED'"),
        count("select count(*) from remittance where paid_on <= :through", through),
        count("select count(*) from denial_case where withdrawn_from is null"),
        count("select count(*) from underpayment"),
        count("select count(*) from statement where issued_on <= :through", through),
        balance(balances, Account.CHARGES).negated(),
        money(
            """
            select coalesce(sum(l.allowed), 0)
            from line_adjudication l
            join claim c using (claim_id)
            where c.follows_claim_id is null
            """),
        money(
            """
            select coalesce(sum(e.amount), 0)
            from entry e
            join posting p using (posting_id)
            where e.account = 'DEPOSIT_IN_TRANSIT' and p.kind <> 'DEPOSIT'
              or e.account = 'BANK' and p.kind = 'REFUND_PAID' and e.payer_id is not null
            """),
        balance(balances, Account.CONTRACTUAL_ADJUSTMENT),
        balance(balances, Account.WRITE_OFF),
        money(
            """
            select coalesce(sum(e.amount), 0)
            from entry e
            join posting p using (posting_id)
            where e.account = 'PATIENT_RECEIVABLE' and p.kind <> 'APPLIED'
            """),
        money(
            """
            select coalesce(sum(e.amount), 0)
            from entry e
            join posting p using (posting_id)
            where e.account = 'BANK' and (p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED')
              or p.kind = 'REFUND_PAID' and e.payer_id is null)
            """),
        balance(balances, Account.INSURANCE_RECEIVABLE),
        balance(balances, Account.PATIENT_RECEIVABLE)
            .plus(balance(balances, Account.UNAPPLIED_CASH)),
        balance(balances, Account.UNBILLED),
        firstPass(),
        daysToPay(),
        totals.debits(),
        totals.credits(),
        again(),
        beforehand(),
        patients(),
        audit.verify().isEmpty());
  }

  private Story.Again again() {
    return new Story.Again(
        count("select count(*) from claim where correction is not null"),
        count("select count(*) from denial_appeal where outcome in ('WON', 'PART_WON')"),
        count("select count(*) from denial_appeal where outcome = 'LOST'"),
        count("select count(*) from claim_payment where status_code = '22'"),
        count("select count(distinct claim_id) from status_inquiry"),
        count("select count(*) from claim where follows_claim_id is not null"));
  }

  private Story.Beforehand beforehand() {
    return new Story.Beforehand(
        count(
            """
            select count(*)
            from claim c
            join hospital_stay s using (encounter_id)
            where c.correction is null and c.follows_claim_id is null
            """),
        count(
            """
            select count(distinct authorization_request_id) from authorization_answer where outcome = 'CERTIFIED'
            """),
        count("select count(distinct claim_id) from authorization_use where reversed_at is null"));
  }

  private Story.Patients patients() {
    return new Story.Patients(
        count("select count(*) from payment_plan where status = 'ACTIVE'"),
        money("select coalesce(sum(total), 0) from payment_plan where status = 'ACTIVE'"),
        count("select count(*) from refund_request where status = 'PAID'"),
        money("select coalesce(sum(amount), 0) from refund_request where status = 'PAID'"),
        count("select count(*) from assistance_application where status = 'APPROVED'"),
        money(
            """
            select coalesce(-sum(e.amount), 0)
            from entry e
            join posting p using (posting_id)
            where e.account = 'PATIENT_RECEIVABLE' and p.kind = 'ASSISTANCE'
            """),
        count("select count(*) from billing_dispute where status = 'OPEN'"));
  }

  private Map<String, Integer> findings() {
    var findings = new LinkedHashMap<String, Integer>();
    jdbc.sql(
            """
            select rule_id, count(distinct claim_id) as claims
            from claim_finding
            where severity = 'ERROR'
            group by rule_id
            order by rule_id
            """)
        .query(row -> {
          findings.put(row.getString("rule_id"), row.getInt("claims"));
        });
    return findings;
  }

  /// Paid on first submission: every line paid or left to the patient as agreed, and never
  /// rejected.
  private int firstPass() {
    return jdbc.sql(
            """
            select coalesce(round(100.0 * count(*) filter (where is_clean) / nullif(count(*), 0)), 0)
            from (
              select not exists (
                  select from line_adjudication l
                  where l.claim_id = c.claim_id and l.outcome in ('DENIED', 'PAID_UNDER', 'REVERSED'))
                and not exists (select from claim_event e where e.claim_id = c.claim_id and e.what = 'Rejected')
                as is_clean
              from claim c
              where c.status = 'ADJUDICATED'
            ) adjudicated
            """)
        .query(Integer.class)
        .single();
  }

  private String daysToPay() {
    return jdbc.sql(
            """
            select avg(r.paid_on - c.served_from)
            from claim_payment p
            join remittance r using (remittance_id)
            join claim c using (claim_id)
            """)
        .query(BigDecimal.class)
        .optional()
        .map(days -> days.setScale(1, RoundingMode.HALF_UP).toPlainString())
        .orElse("-");
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private int count(String sql, LocalDate through) {
    return jdbc.sql(sql).param("through", through).query(Integer.class).single();
  }

  private Money money(String sql) {
    return jdbc.sql(sql).query((row, n) -> Money.of(row.getBigDecimal(1).toPlainString())).single();
  }

  private static Money balance(Map<Account, Money> balances, Account account) {
    return balances.getOrDefault(account, Money.ZERO);
  }
}
