package org.cleanclaim.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.demo.Scenario.CoverageEntry;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.PayerEntry;
import org.cleanclaim.app.demo.Scenario.PayerEvent;
import org.cleanclaim.app.demo.Scenario.PlanEntry;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.payer.AnswerFile;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.payer.PlannedEvent;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.Accumulators.Borne;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.jspecify.annotations.Nullable;

/// The payers of the demo month, each a box with a book of its own. What a box was given is kept
/// beside its files, so that a month that was broken off goes on where it stopped.
final class PayerCounterparts {
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(2020, 1, 1));

  private final Map<String, PayerBox> boxes = new LinkedHashMap<>();
  private final Path folder;

  PayerCounterparts(Scenario scenario, Path folder, int seed) {
    this.folder = folder;
    Map<ProcedureCode, ServiceCategory> categories = categories();
    for (PayerEntry payer : scenario.payers()) {
      boxes.put(
          payer.slug(),
          new PayerBox(book(scenario, payer, categories), events(scenario, payer.slug()), seed));
    }
    replay();
  }

  Set<String> slugs() {
    return boxes.keySet();
  }

  List<AnswerFile> receive(String slug, String name, byte[] bytes, LocalDateTime at) {
    record(slug, at + "-" + name, bytes);
    return box(slug).receive(name, bytes, at);
  }

  List<AnswerFile> payRun(String slug, LocalDateTime at) {
    var files = box(slug).payRun(at);
    if (!files.isEmpty()) record(slug, at + "-payrun", new byte[0]);
    return files;
  }

  private PayerBox box(String slug) {
    return java.util.Objects.requireNonNull(boxes.get(slug));
  }

  private void record(String slug, String name, byte[] bytes) {
    try {
      Path target = folder.resolve(slug).resolve(name.replace(':', '.'));
      Files.createDirectories(target.getParent());
      Files.write(target, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The payer's folder " + folder + " cannot be written.", e);
    }
  }

  private void replay() {
    for (var entry : boxes.entrySet()) {
      Path received = folder.resolve(entry.getKey());
      if (!Files.isDirectory(received)) continue;
      try (var files = Files.list(received)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          var at = LocalDateTime.parse(name.substring(0, 16).replace('.', ':'));
          if (name.endsWith("-payrun")) {
            entry.getValue().payRun(at);
          } else {
            entry.getValue().receive(name.substring(17), Files.readAllBytes(file), at);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The payer's folder " + received + " cannot be read.", e);
      }
    }
  }

  private static PayerBook book(
      Scenario scenario, PayerEntry payer, Map<ProcedureCode, ServiceCategory> categories) {
    var members = new HashMap<MemberId, Member>();
    for (PatientEntry patient : scenario.patients()) {
      for (CoverageEntry coverage : patient.coverages()) {
        member(members, payer, coverage, scenario.practice().lastDay());
        if (coverage.replacedBy() != null) {
          member(members, payer, coverage.replacedBy(), scenario.practice().lastDay());
        }
      }
    }
    var bundled =
        payer.bundled().stream()
            .map(pair ->
                new PayerBook.CodePair(
                    new ProcedureCode(pair.get(0)), new ProcedureCode(pair.get(1))))
            .collect(Collectors.toSet());
    return new PayerBook(
        payer.name(),
        new PayerId(payer.payerId()),
        new Address(
            payer.address().get(0),
            null,
            payer.address().get(1),
            payer.address().get(2),
            payer.address().get(3)),
        new Contact("Provider services", payer.phone(), null),
        FilingIndicator.ofCode(payer.filing()).orElseThrow(),
        members,
        contract(payer),
        categories,
        bundled,
        payer.authorizationRequired().stream().map(ProcedureCode::new).collect(Collectors.toSet()),
        payer.timelyFilingDays(),
        payer.daysToPay(),
        payer.sequestered());
  }

  private static Contract contract(PayerEntry payer) {
    return payer.contract() == null
        ? Contract.of(payer.name(), ALWAYS, ScenarioFiles.fees(payer.slug()))
        : ScenarioFiles.contract(payer.contract());
  }

  private static void member(
      Map<MemberId, Member> members, PayerEntry payer, CoverageEntry coverage, LocalDate lastDay) {
    if (!coverage.payer().equals(payer.slug())) return;
    var plan =
        payer.plans().stream()
            .filter(p -> p.id().equals(coverage.plan()))
            .findFirst()
            .orElseThrow();
    Money deductibleMet = money(coverage.deductibleMet());
    Money outOfPocketMet = money(coverage.outOfPocketMet());
    var id = new MemberId(coverage.memberId());
    members.putIfAbsent(
        id,
        new Member(
            id,
            new EffectivePeriod(coverage.from(), coverage.payerUntil()),
            plan(plan),
            Accumulators.of(
                new Borne(deductibleMet, deductibleMet, outOfPocketMet, outOfPocketMet)),
            lastDay));
  }

  private static BenefitPlan plan(PlanEntry plan) {
    var benefits = new HashMap<ServiceCategory, CategoryBenefit>();
    plan.copays()
        .forEach((slug, amount) ->
            benefits.put(
                new ServiceCategory(slug),
                plan.copaysAfterDeductible().contains(slug)
                    ? CategoryBenefit.copaidAfterDeductible(Money.of(amount))
                    : CategoryBenefit.copaid(Money.of(amount))));
    plan.freeCategories()
        .forEach(slug -> benefits.put(new ServiceCategory(slug), CategoryBenefit.FREE));
    return BenefitPlan.of(
        plan.name(),
        new TierBenefits(
            FamilyLimit.embedded(Money.of(plan.deductible()), optional(plan.familyDeductible())),
            FamilyLimit.embedded(
                optional(plan.outOfPocketMaximum()), optional(plan.familyOutOfPocketMaximum())),
            CategoryBenefit.coinsured(new BigDecimal(plan.coinsurance())),
            benefits),
        set(plan.excludedCategories()),
        Map.of());
  }

  private static List<PlannedEvent> events(Scenario scenario, String slug) {
    var events = new ArrayList<PlannedEvent>();
    for (EncounterEntry encounter : scenario.encounters()) {
      var event = encounter.payerEvent();
      if (event == null) continue;
      var coverage = coverage(scenario, encounter);
      if (coverage == null || !coverage.payer().equals(slug)) continue;
      events.addAll(planned(encounter, event, new MemberId(coverage.memberId())));
    }
    return events;
  }

  private static List<PlannedEvent> planned(
      EncounterEntry encounter, PayerEvent event, MemberId member) {
    LocalDate day = encounter.servedOn();
    return switch (event.kind()) {
      case DENY -> {
        var deny = deny(event, member, day);
        yield event.from() == null
            ? List.of(deny)
            : List.of(deny, new PlannedEvent.DecideAgain(member, day, event.from(), null));
      }
      case TAKE_BACK ->
          List.of(
              new PlannedEvent.DecideAgain(
                  member,
                  day,
                  java.util.Objects.requireNonNull(event.from()),
                  deny(event, member, day)));
      case LEAVE_LYING -> List.of(new PlannedEvent.LeaveLying(member, day));
      case UNDERPAY ->
          List.of(
              new PlannedEvent.PayUnderContract(
                  member,
                  day,
                  code(event),
                  new BigDecimal(java.util.Objects.requireNonNull(event.share()))));
    };
  }

  private static PlannedEvent.Deny deny(PayerEvent event, MemberId member, LocalDate day) {
    return new PlannedEvent.Deny(
        member,
        day,
        code(event),
        java.util.Objects.requireNonNull(event.group()),
        java.util.Objects.requireNonNull(event.reason()),
        event.remark());
  }

  private static ProcedureCode code(PayerEvent event) {
    return new ProcedureCode(java.util.Objects.requireNonNull(event.code()));
  }

  private static @Nullable CoverageEntry coverage(Scenario scenario, EncounterEntry encounter) {
    return scenario.patients().stream()
        .filter(p -> p.id().equals(encounter.patient()))
        .flatMap(p -> p.coverages().stream())
        .findFirst()
        .orElse(null);
  }

  private static Map<ProcedureCode, ServiceCategory> categories() {
    return ScenarioFiles.text("categories.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t"))
        .collect(Collectors.toMap(c -> new ProcedureCode(c[0]), c -> new ServiceCategory(c[1])));
  }

  private static Set<ServiceCategory> set(List<String> slugs) {
    var set = new HashSet<ServiceCategory>();
    slugs.forEach(s -> set.add(new ServiceCategory(s)));
    return set;
  }

  private static Money money(@Nullable String text) {
    return text == null ? Money.ZERO : Money.of(text);
  }

  private static @Nullable Money optional(@Nullable String text) {
    return text == null ? null : Money.of(text);
  }
}
