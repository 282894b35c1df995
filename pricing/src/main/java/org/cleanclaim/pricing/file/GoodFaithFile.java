package org.cleanclaim.pricing.file;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.estimate.GoodFaithClock;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate.Part;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate.Patient;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate.Planned;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate.ProviderIdentity;
import org.jspecify.annotations.Nullable;

/// Reads what a good-faith estimate is about and prices it.
public final class GoodFaithFile {
  private enum Role {
    CONVENING,
    OTHER
  }

  private GoodFaithFile() {}

  /// Reads the file.
  ///
  /// @param name of the file, for messages
  /// @param selfPay prices for patients who pay themselves
  /// @param madeOn the day of the estimate
  public static FileResult<GoodFaithEstimate> read(
      String name, Reader source, Contract selfPay, MedicareFees medicare, LocalDate madeOn) {
    var problems = new ArrayList<String>();
    var root = Entry.read(name, source, problems);
    if (root == null) return new FileResult.Refused<>(problems);
    String description = root.text("good_faith_estimate");
    LocalDate serviceOn = root.optionalDate("service_on");
    LocalDate scheduledOn = root.optionalDate("scheduled_on");
    LocalDate askedOn = root.optionalDate("asked_on");
    if (scheduledOn == null && askedOn == null) {
      root.refuse(
          "scheduled_on",
          "neither it nor \"asked_on\" is there",
          "State when the appointment was made or the estimate asked for");
    }
    if (scheduledOn != null && serviceOn == null) {
      root.refuse("service_on", "it is missing", "State the day that was scheduled");
    }
    var patient = patient(root);
    var parts = new ArrayList<Part>();
    for (Entry entry : root.entries("providers")) {
      var provider = provider(entry);
      var services = services(entry, serviceOn == null ? madeOn : serviceOn);
      entry.finish();
      if (provider != null) {
        parts.add(GoodFaithEstimate.part(provider, services, selfPay, medicare));
      }
    }
    if (parts.isEmpty()) {
      root.refuse("providers", "there is none", "Add each provider with its services");
    }
    var booked = root.list("separately_booked");
    root.finish();
    if (!problems.isEmpty()) return new FileResult.Refused<>(problems);
    return new FileResult.Read<>(
        new GoodFaithEstimate(
            patient,
            description,
            serviceOn,
            madeOn,
            dueBy(scheduledOn, serviceOn, askedOn),
            parts,
            booked));
  }

  /// The earlier of the two clocks that may run.
  private static @Nullable LocalDate dueBy(
      @Nullable LocalDate scheduledOn, @Nullable LocalDate serviceOn, @Nullable LocalDate askedOn) {
    LocalDate asked = askedOn == null ? null : GoodFaithClock.dueAfterRequest(askedOn);
    if (scheduledOn == null || serviceOn == null) return asked;
    LocalDate scheduled = GoodFaithClock.dueAfterScheduling(scheduledOn, serviceOn).orElse(null);
    if (asked == null || scheduled == null) return asked == null ? scheduled : asked;
    return asked.isBefore(scheduled) ? asked : scheduled;
  }

  private static Patient patient(Entry root) {
    var entry = root.entry("patient");
    if (entry == null) {
      if (!root.has("patient")) root.refuse("patient", "it is missing", "Add name and born_on");
      return new Patient("", LocalDate.EPOCH);
    }
    var patient = new Patient(entry.text("name"), entry.date("born_on"));
    entry.finish();
    return patient;
  }

  private static @Nullable ProviderIdentity provider(Entry entry) {
    String name = entry.text("name");
    var npi = Npi.parse(entry.text("npi"));
    if (npi.isEmpty()) {
      entry.refuse("npi", "it is no NPI", "Write its ten digits as the registry has them");
    }
    var taxId = TaxId.parse(entry.text("tax_id"));
    if (taxId.isEmpty()) entry.refuse("tax_id", "it is no tax id", "Write its nine digits");
    String location = entry.text("location");
    var role = entry.choice("role", Role.class, Role.OTHER);
    return npi.isEmpty() || taxId.isEmpty()
        ? null
        : new ProviderIdentity(name, npi.get(), taxId.get(), location, role == Role.CONVENING);
  }

  private static List<Planned> services(Entry provider, LocalDate serviceOn) {
    var services = new ArrayList<Planned>();
    for (Entry entry : provider.entries("services")) {
      var procedure = ProcedureCode.parse(entry.text("code"));
      if (procedure.isEmpty()) {
        entry.refuse("code", "it is no procedure code", "Write the five characters of the code");
      }
      var modifiers = new ArrayList<Modifier>();
      for (String text : entry.list("modifiers")) {
        var modifier = Modifier.parse(text);
        if (modifier.isEmpty()) {
          entry.refuse("modifiers", "\"" + text + "\" is none", "Write two characters");
        }
        modifier.ifPresent(modifiers::add);
      }
      var diagnoses = new ArrayList<Icd10Cm>();
      for (String text : entry.list("diagnoses")) {
        var diagnosis = Icd10Cm.parse(text);
        if (diagnosis.isEmpty()) {
          entry.refuse("diagnoses", "\"" + text + "\" is none", "Write a code such as M17.11");
        }
        diagnosis.ifPresent(diagnoses::add);
      }
      Integer units = entry.optionalCount("units");
      LocalDate servedOn = entry.optionalDate("on");
      var place = entry.optionalText("place");
      var line =
          new ContractLine(
              services.size() + 1,
              procedure.orElse(null),
              null,
              modifiers,
              BigDecimal.valueOf(units == null ? 1 : units),
              entry.money("charge"),
              servedOn == null ? serviceOn : servedOn,
              place == null ? null : PlaceOfService.parse(place).orElse(null));
      services.add(new Planned(line, entry.text("description"), diagnoses));
      entry.finish();
    }
    if (services.isEmpty()) {
      provider.refuse("services", "there is none", "Add each service with code and charge");
    }
    return services;
  }
}
