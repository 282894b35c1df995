package org.cleanclaim.app.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.FeeSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the practice charges and what payers have agreed to allow, as of the date of service.
@Component
@Transactional
public class FeeSchedules {
  private static final String CHARGES = "charges";

  /// One price of a schedule.
  public record Fee(
      ProcedureCode procedure, @Nullable Modifier modifier, Money amount, EffectivePeriod period) {}

  private final JdbcClient jdbc;

  FeeSchedules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Puts the practice's own charges in place of the earlier ones.
  public void replaceCharges(List<Fee> fees) {
    replace(CHARGES, null, fees);
  }

  /// Puts a payer's allowed amounts in place of the earlier ones.
  public void replaceAllowed(Payer payer, List<Fee> fees) {
    replace(payer.slug(), payer.id(), fees);
  }

  /// What the practice charges for one unit.
  @Transactional(readOnly = true)
  public Optional<Money> charge(
      ProcedureCode procedure, List<Modifier> modifiers, LocalDate servedOn) {
    return price(CHARGES, procedure, modifiers, servedOn);
  }

  /// What the payer has agreed to allow for one unit.
  @Transactional(readOnly = true)
  public Optional<Money> allowed(
      Payer payer, ProcedureCode procedure, List<Modifier> modifiers, LocalDate servedOn) {
    return price(payer.slug(), procedure, modifiers, servedOn);
  }

  /// All that a payer has agreed to, to price many lines without asking for each.
  @Transactional(readOnly = true)
  public AllowedAmounts allowed(Payer payer) {
    return new AllowedAmounts(
        jdbc.sql(
                """
                select procedure, modifier, amount, lower(effective) as from_day, upper(effective) as until_day
                from fee
                where schedule = :schedule
                order by procedure, modifier, effective
                """)
            .param("schedule", payer.slug())
            .query((row, n) ->
                new AllowedAmounts.Row(
                    row.getString("procedure"),
                    row.getString("modifier"),
                    Money.of(row.getBigDecimal("amount").toPlainString()),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class)))
            .list());
  }

  // A price for the code with one of the modifiers goes before the price for the code alone.
  private Optional<Money> price(
      String schedule, ProcedureCode procedure, List<Modifier> modifiers, LocalDate servedOn) {
    return jdbc.sql(
            """
            select amount
            from fee
            where schedule = :schedule and procedure = :procedure and effective @> :servedOn::date
              and (modifier = '' or modifier = any (:modifiers))
            order by modifier = ''
            limit 1
            """)
        .param("schedule", schedule)
        .param("procedure", procedure.value())
        .param("modifiers", modifiers.stream().map(Modifier::value).toArray(String[]::new))
        .param("servedOn", servedOn)
        .query((row, n) -> Money.of(row.getBigDecimal("amount").toPlainString()))
        .optional();
  }

  /// All that a payer has agreed to allow; empty where nothing is known.
  @Transactional(readOnly = true)
  public Optional<FeeSchedule> schedule(Payer payer) {
    var rows =
        jdbc.sql(
                """
                select procedure, modifier, amount, lower(effective) as from_day, upper(effective) as until_day
                from fee
                where schedule = :schedule and payer_id = :payer
                order by procedure, modifier, lower(effective)
                """)
            .param("schedule", payer.slug())
            .param("payer", payer.id())
            .query((row, n) ->
                new FeeSchedule.Row(
                    new ProcedureCode(row.getString("procedure")),
                    Modifier.parse(row.getString("modifier")).orElse(null),
                    Money.of(row.getBigDecimal("amount").toPlainString()),
                    new EffectivePeriod(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class))))
            .list();
    return rows.isEmpty() ? Optional.empty() : Optional.of(FeeSchedule.of(rows));
  }

  /// A code that a schedule has a price for.
  public record Priced(String schedule, ProcedureCode procedure) {}

  /// The codes with prices that hold on a day.
  @Transactional(readOnly = true)
  public List<Priced> priced(LocalDate day) {
    return jdbc.sql(
            """
            select distinct schedule, procedure
            from fee
            where effective @> :day::date
            order by schedule, procedure
            """)
        .param("day", day)
        .query((row, n) ->
            new Priced(row.getString("schedule"), new ProcedureCode(row.getString("procedure"))))
        .list();
  }

  private void replace(String schedule, @Nullable Long payerId, List<Fee> fees) {
    jdbc.sql("delete from fee where schedule = :schedule").param("schedule", schedule).update();
    for (Fee fee : fees) {
      jdbc.sql(
              """
              insert into fee (payer_id, schedule, procedure, modifier, amount, effective)
              values (:payerId, :schedule, :procedure, :modifier, :amount, daterange(:from, :until))
              """)
          .param("payerId", payerId)
          .param("schedule", schedule)
          .param("procedure", fee.procedure().value())
          .param("modifier", fee.modifier() == null ? "" : fee.modifier().value())
          .param("amount", fee.amount().toBigDecimal())
          .param("from", fee.period().from())
          .param("until", fee.period().until())
          .update();
    }
  }
}
