package org.cleanclaim.pricing.file;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.CodeScope;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.Contract.ChargeCap;
import org.cleanclaim.pricing.contract.LineScope;
import org.cleanclaim.pricing.contract.MultipleProcedurePolicy;
import org.cleanclaim.pricing.contract.Term;
import org.cleanclaim.pricing.contract.Term.Payment;
import org.cleanclaim.pricing.physician.Locality;
import org.jspecify.annotations.Nullable;

/// Reads a contract.
public final class ContractFile {
  private static final BigDecimal MOST = new BigDecimal("10");
  private static final CodeScope NO_CODE = new CodeScope(List.of());

  /// Opens a file that a contract names, such as a fee schedule.
  @FunctionalInterface
  public interface Beside {
    Reader open(String name) throws IOException;
  }

  private final Beside beside;
  private final List<String> problems = new ArrayList<>();

  private ContractFile(Beside beside) {
    this.beside = beside;
  }

  /// Reads a contract file.
  ///
  /// @param name of the file, for messages
  /// @param beside where the files lie that it names
  public static FileResult<Contract> read(String name, Reader source, Beside beside) {
    return new ContractFile(beside).contract(name, source);
  }

  private FileResult<Contract> contract(String name, Reader source) {
    var root = Entry.read(name, source, problems);
    if (root == null) return new FileResult.Refused<>(problems);
    String title = root.text("contract");
    var period = root.period();
    var cap = root.choice("cap", ChargeCap.class, ChargeCap.LESSER_OF_CHARGE);
    var terms = new ArrayList<Term>();
    for (Entry entry : root.entries("terms")) term(entry, period, terms);
    if (terms.isEmpty()) root.refuse("terms", "there is none", "Add a term with its payment");
    var policy = policy(root);
    root.finish();
    if (!problems.isEmpty()) return new FileResult.Refused<>(problems);
    return new FileResult.Read<>(new Contract(title, period, terms, cap, policy));
  }

  private void term(Entry entry, EffectivePeriod contract, List<Term> terms) {
    String name = entry.text("name");
    var period = entry.has("from") ? entry.period() : contract;
    var scope =
        new LineScope(
            codes(entry, "codes"),
            codes(entry, "revenue_codes"),
            words(entry, "modifiers"),
            words(entry, "places"),
            codes(entry, "when_billed"),
            drgs(entry));
    var payment = payment(entry);
    entry.finish();
    if (payment != null) terms.add(new Term(name, period, scope, payment));
  }

  private static @Nullable CodeScope codes(Entry entry, String name) {
    if (!entry.has(name)) return null;
    var codes = CodeScope.parse(entry.list(name));
    if (codes.isEmpty()) {
      entry.refuse(name, "an item is no code or range", "Write [99213, 99381-99397]");
    }
    return codes.orElse(null);
  }

  private static @Nullable CodeScope drgs(Entry entry) {
    if (!entry.has("drgs")) return null;
    var drgs = CodeScope.drgs(entry.list("drgs"));
    if (drgs.isEmpty()) {
      entry.refuse("drgs", "an item is no DRG or range", "Write [470, 190-195]");
    }
    return drgs.orElse(null);
  }

  private static @Nullable Set<String> words(Entry entry, String name) {
    return entry.has(name) ? new HashSet<>(entry.list(name)) : null;
  }

  private @Nullable Payment payment(Entry term) {
    var entry = term.entry("pays");
    if (entry == null) {
      if (!term.has("pays")) term.refuse("pays", "it is missing", "State how the term pays");
      return null;
    }
    var payments = new ArrayList<Payment>();
    if (entry.has("fees")) fees(entry, payments);
    if (entry.has("fee_schedule")) schedule(entry, payments);
    if (entry.has("percent_of_medicare")) medicare(entry, payments);
    if (entry.has("percent_of_charge")) {
      payments.add(new Payment.ShareOfCharge(entry.share("percent_of_charge", MOST)));
    }
    if (entry.has("case_rate")) payments.add(new Payment.CaseRate(entry.money("case_rate")));
    if (entry.has("drg_base_rate")) {
      payments.add(new Payment.DrgRate(entry.money("drg_base_rate")));
    }
    if (entry.has("per_diem")) payments.add(new Payment.PerDiem(entry.money("per_diem")));
    if (entry.has("included")) {
      entry.text("included");
      payments.add(new Payment.Included());
    }
    if (entry.has("capitated")) {
      entry.text("capitated");
      payments.add(new Payment.Capitated());
    }
    entry.finish();
    if (payments.size() == 1) return payments.getFirst();
    term.refuse("pays", "it does not state exactly one way to pay", "Keep one of them");
    return null;
  }

  private static void fees(Entry pays, List<Payment> payments) {
    var entry = pays.entry("fees");
    if (entry == null) return;
    var rows = new ArrayList<FeeSchedule.Row>();
    for (String code : entry.names()) {
      var procedure = ProcedureCode.parse(code);
      if (procedure.isEmpty()) {
        entry.refuse(code, "it is no procedure code", "Write the five characters of the code");
        continue;
      }
      rows.add(
          new FeeSchedule.Row(
              procedure.get(),
              null,
              entry.money(code),
              EffectivePeriod.from(java.time.LocalDate.MIN)));
    }
    payments.add(new Payment.Fees(FeeSchedule.of(rows)));
  }

  private void schedule(Entry pays, List<Payment> payments) {
    String name = pays.text("fee_schedule");
    try (Reader reader = beside.open(name)) {
      switch (FeeSchedule.read(name, reader)) {
        case FeeSchedule.ReadResult.Read read -> payments.add(new Payment.Fees(read.schedule()));
        case FeeSchedule.ReadResult.Refused refused -> {
          problems.addAll(refused.problems());
          payments.add(new Payment.Included());
        }
      }
    } catch (IOException e) {
      pays.refuse(
          "fee_schedule", "there is no file " + name, "Put it beside the contract's own file");
      payments.add(new Payment.Included());
    }
  }

  private static void medicare(Entry pays, List<Payment> payments) {
    BigDecimal share = pays.share("percent_of_medicare", MOST);
    String[] parts = pays.text("locality").split("-", -1);
    if (parts.length != 2 || !parts[0].matches("\\d{5}") || !parts[1].matches("\\d{2}")) {
      pays.refuse("locality", "it is no locality", "Write contractor and locality as 10112-00");
      return;
    }
    payments.add(new Payment.ShareOfMedicare(share, Locality.of(parts[0], parts[1])));
  }

  private static @Nullable MultipleProcedurePolicy policy(Entry root) {
    var entry = root.entry("multiple_procedures");
    if (entry == null) return null;
    var codes = codes(entry, "codes");
    if (codes == null && !entry.has("codes")) {
      entry.refuse("codes", "it is missing", "Name the procedures that are ranked");
    }
    var exempt = codes(entry, "exempt");
    var shares = new ArrayList<BigDecimal>();
    for (String text : entry.list("shares")) {
      var share = Entry.shareOf(text, BigDecimal.ONE);
      if (share.isEmpty()) {
        entry.refuse("shares", "\"" + text + "\" is no share", "Write half as 0.50");
      }
      share.ifPresent(shares::add);
    }
    entry.finish();
    return new MultipleProcedurePolicy(
        codes == null ? NO_CODE : codes,
        exempt == null ? NO_CODE : exempt,
        shares.isEmpty() ? MultipleProcedurePolicy.usualShares() : shares);
  }
}
