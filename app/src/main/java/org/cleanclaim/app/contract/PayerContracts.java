package org.cleanclaim.app.contract;

import java.io.FileNotFoundException;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The contracts with payers, by the days on which they hold. A payer without one is held to its
/// fee schedule, never above the charge.
@Component
@Transactional
public class PayerContracts {

  /// A contract that is kept.
  ///
  /// @param until the first day on which it no longer holds; null where it has no end
  public record Kept(
      UUID id,
      String payer,
      String name,
      LocalDate from,
      @Nullable LocalDate until,
      String content) {}

  /// What came of adding one.
  public sealed interface AddResult {
    record Added(Kept contract) implements AddResult {}

    /// @param problems one sentence for each fault, with its place and the remedy
    record Refused(List<String> problems) implements AddResult {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  private final JdbcClient jdbc;
  private final FeeSchedules fees;
  private final AuditTrail audit;
  private final Clock clock;

  PayerContracts(JdbcClient jdbc, FeeSchedules fees, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.fees = fees;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds the text of a contract file. One without end that began before ends where this one
  /// begins; one of the same beginning is replaced.
  public AddResult add(Payer payer, String text) {
    return switch (read(text)) {
      case FileResult.Refused<Contract> refused -> new AddResult.Refused(refused.problems());
      case FileResult.Read<Contract> read -> add(payer, read.content(), text);
    };
  }

  private AddResult add(Payer payer, Contract contract, String text) {
    LocalDate from = contract.period().from();
    var overlapping =
        of(payer).stream()
            .filter(kept -> !kept.from().equals(from))
            .filter(kept -> contract.period().overlaps(endedBy(kept, from)))
            .findFirst();
    if (overlapping.isPresent()) {
      return new AddResult.Refused(
          List.of(
              "The contract %s holds from %s on some of the same days. State \"until\", or another \"from\"."
                  .formatted(overlapping.get().name(), overlapping.get().from())));
    }
    jdbc.sql("delete from payer_contract where payer_id = :payer and lower(effective) = :from")
        .param("payer", payer.id())
        .param("from", from)
        .update();
    jdbc.sql(
            """
            update payer_contract
            set effective = daterange(lower(effective), :from)
            where payer_id = :payer and upper_inf(effective) and lower(effective) < :from
            """)
        .param("payer", payer.id())
        .param("from", from)
        .update();
    UUID id =
        jdbc.sql(
                """
                insert into payer_contract (payer_id, name, effective, content, added_by, added_at)
                values (:payer, :name, daterange(:from, :until), :content, :by, :now)
                returning public_id
                """)
            .param("payer", payer.id())
            .param("name", contract.name())
            .param("from", from)
            .param("until", contract.period().until())
            .param("content", text)
            .param("by", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .single();
    audit.record("added", "contract", id, null, payer.slug() + ": " + contract.name());
    return new AddResult.Added(
        new Kept(id, payer.slug(), contract.name(), from, contract.period().until(), text));
  }

  private static EffectivePeriod endedBy(Kept kept, LocalDate from) {
    boolean isRenewed = kept.until() == null && kept.from().isBefore(from);
    return new EffectivePeriod(kept.from(), isRenewed ? from : kept.until());
  }

  private static FileResult<Contract> read(String text) {
    return ContractFile.read(
        "contract",
        new StringReader(text),
        name -> {
          throw new FileNotFoundException(name);
        });
  }

  /// What a payer has agreed to allow on a day: its contract, else its fee schedule; empty where
  /// neither is known.
  @Transactional(readOnly = true)
  public Optional<Contract> on(Payer payer, LocalDate day) {
    var kept =
        of(payer).stream()
            .filter(c -> !day.isBefore(c.from()) && (c.until() == null || day.isBefore(c.until())))
            .findFirst();
    if (kept.isPresent() && read(kept.get().content()) instanceof FileResult.Read<Contract> read) {
      return Optional.of(read.content());
    }
    return fees.schedule(payer)
        .map(schedule ->
            Contract.of(
                payer.name() + " fees", EffectivePeriod.from(LocalDate.of(1900, 1, 1)), schedule));
  }

  /// The contracts with a payer, the latest first.
  @Transactional(readOnly = true)
  public List<Kept> of(Payer payer) {
    return jdbc.sql(
            """
            select c.public_id, p.slug, c.name, lower(c.effective) as from_day, upper(c.effective) as until_day,
              c.content
            from payer_contract c
            join payer p using (payer_id)
            where c.payer_id = :payer
            order by lower(c.effective) desc
            """)
        .param("payer", payer.id())
        .query(PayerContracts::kept)
        .list();
  }

  private static Kept kept(ResultSet row, int n) throws SQLException {
    return new Kept(
        row.getObject("public_id", UUID.class),
        row.getString("slug"),
        row.getString("name"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("content"));
  }
}
