package org.cleanclaim.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The demo month as data: who works there, who comes, what is written, what goes wrong. Everything
/// is invented.
///
/// @param patients with their coverages, as registered
/// @param encounters in the order of the month
record Scenario(
    Practice practice,
    List<PayerEntry> payers,
    List<PatientEntry> patients,
    List<EncounterEntry> encounters) {
  /// @param lastDay the day on which the story ends: payers are done, patients have paid
  record Practice(
      String name,
      String npi,
      String taxId,
      String taxonomy,
      AddressEntry address,
      String phone,
      String timeZone,
      LocalDate lastDay,
      LocalDate statementsOn,
      List<StatementPayment> statementPayments,
      List<UserEntry> users) {}

  record AddressEntry(String line1, String city, String state, String postalCode) {}

  /// @param provider which provider somebody with that role is, null for the others
  record UserEntry(String userName, String displayName, String role, @Nullable String provider) {}

  record StatementPayment(String patient, String amount, String method) {}

  record ProviderEntry(
      String id, String last, String first, String npi, String taxonomy, String specialty) {}

  /// @param bundled pairs that this payer alone pays as one
  /// @param contract the file of what was agreed; null where it is the payer's fee schedule alone
  record PayerEntry(
      String slug,
      String name,
      String payerId,
      String filing,
      List<String> address,
      String phone,
      int timelyFilingDays,
      String memberIdPattern,
      List<String> authorizationRequired,
      int daysToPay,
      boolean sequestered,
      List<List<String>> bundled,
      @Nullable String contract,
      List<PlanEntry> plans) {}

  record PlanEntry(
      String id,
      String name,
      String deductible,
      @Nullable String familyDeductible,
      @Nullable String outOfPocketMaximum,
      @Nullable String familyOutOfPocketMaximum,
      String coinsurance,
      Map<String, String> copays,
      List<String> copaysAfterDeductible,
      List<String> freeCategories,
      List<String> excludedCategories) {}

  record PatientEntry(
      String id,
      String last,
      String first,
      @Nullable String middle,
      LocalDate bornOn,
      String sex,
      AddressEntry address,
      String phone,
      @Nullable String guarantor,
      List<CoverageEntry> coverages) {}

  /// @param firstMemberId what the front desk entered first, when it was wrong
  /// @param rejectedMemberId a wrong number of the right form: only the payer finds out
  /// @param casualtyNumber the carrier's accident number; `casualtyLate` when it comes after the
  ///   first try
  /// @param payerUntil when the payer says the coverage ended, without anybody here knowing
  record CoverageEntry(
      String payer,
      String plan,
      String memberId,
      @Nullable String groupNumber,
      @Nullable String relationship,
      @Nullable SubscriberEntry subscriber,
      LocalDate from,
      @Nullable String deductibleMet,
      @Nullable String outOfPocketMet,
      @Nullable String firstMemberId,
      @Nullable String rejectedMemberId,
      @Nullable String casualtyNumber,
      boolean casualtyLate,
      @Nullable LocalDate payerUntil,
      @Nullable CoverageEntry replacedBy) {
    String registeredMemberId() {
      if (firstMemberId != null) return firstMemberId;
      return rejectedMemberId != null ? rejectedMemberId : memberId;
    }
  }

  record SubscriberEntry(
      @Nullable String last,
      @Nullable String first,
      @Nullable LocalDate bornOn,
      @Nullable String sex,
      @Nullable String organization) {}

  /// @param stay of a patient in hospital; it is coded and billed on its last day
  record EncounterEntry(
      String id,
      String patient,
      String provider,
      LocalDate servedOn,
      String place,
      String setting,
      String note,
      List<CodeDecision> codes,
      List<Rejection> rejections,
      List<ChargeLine> charges,
      @Nullable List<ChargeLine> firstCharges,
      @Nullable AccidentEntry accident,
      @Nullable String authorizationNumber,
      @Nullable Trouble trouble,
      @Nullable String copay,
      @Nullable List<DeskPayment> payments,
      @Nullable PayerEvent payerEvent,
      @Nullable StayEntry stay) {
    LocalDate codedOn() {
      return stay == null ? servedOn : stay.through();
    }
  }

  /// What a hospital bills a stay with.
  ///
  /// @param codes and `charges` as people type them
  record StayEntry(
      String billType,
      LocalDate through,
      String admissionHour,
      String dischargeHour,
      String admissionType,
      String admissionSource,
      String patientStatus,
      List<String> codes,
      List<String> charges) {}

  /// A final code: accepted when the engine suggests it, added with the words otherwise, or for a
  /// reason without words.
  ///
  /// @param presentOnAdmission of diagnoses of a stay
  record CodeDecision(
      String code,
      @Nullable String words,
      @Nullable String reason,
      @Nullable String presentOnAdmission) {}

  record Rejection(String code, String reason) {}

  record ChargeLine(String code, List<String> modifiers, String units, List<String> diagnoses) {}

  record AccidentEntry(List<String> causes, LocalDate happenedOn, @Nullable String state) {}

  /// What is wrong at first, which rule has to find it, and why it can be mended.
  record Trouble(TroubleKind kind, String rule, String reason) {}

  enum TroubleKind {
    MEMBER_ID,
    SIDE,
    ACCIDENT,
    UNITS,
    AUTHORIZATION,
    MODIFIER_25
  }

  record DeskPayment(String amount, String purpose, String method) {}

  /// What the payer will do beyond its rules.
  ///
  /// @param from the day on which it takes a claim up again: a denial is given up then, or a
  ///   payment taken back
  record PayerEvent(
      EventKind kind,
      @Nullable String code,
      @Nullable String group,
      @Nullable String reason,
      @Nullable String remark,
      @Nullable String share,
      @Nullable LocalDate from) {}

  enum EventKind {
    DENY,
    UNDERPAY,
    LEAVE_LYING,
    TAKE_BACK
  }

  /// What the practice does about what a payer decided, or does not decide.
  ///
  /// @param code of the denied line
  /// @param line of the visit's charges that is corrected, with what it has to be
  /// @param words the reason, the evidence or the amount
  record FollowUp(
      LocalDate on,
      FollowUpDeed deed,
      String visit,
      @Nullable String code,
      int line,
      @Nullable ChargeLine charge,
      @Nullable String words) {}

  enum FollowUpDeed {
    CORRECT,
    APPEAL,
    WON,
    LOST,
    GIVE_UP,
    ASK_SILENT
  }

  /// The staff with what they are expected to do, and which queues take which credentials.
  ///
  /// @param standards minutes a unit, by type of work
  record Crew(
      List<Person> people, Map<String, String> standards, List<QueueRuleEntry> queueRules) {}

  /// @param goals units a month, by type of work
  record Person(
      String name,
      String position,
      String state,
      String hoursPerWeek,
      LocalDate employedFrom,
      @Nullable String userName,
      @Nullable String manager,
      String payBasis,
      String pay,
      List<CredentialHeld> credentials,
      Map<String, Integer> goals) {}

  /// A credential whose cycle of continuing education ends when it expires.
  record CredentialHeld(
      String credential,
      @Nullable String number,
      LocalDate issuedOn,
      LocalDate expiresOn,
      LocalDate cycleFrom,
      String unitsNeeded,
      String unitsEarned,
      @Nullable String proof) {}

  record QueueRuleEntry(String setting, List<String> credentials) {}

  Crew crew() {
    return ScenarioFiles.json("staff.json", Crew.class);
  }

  List<FollowUp> followUps() {
    return List.of(ScenarioFiles.json("followup.json", FollowUp[].class));
  }

  /// A query of the coder before a visit is coded.
  ///
  /// @param quote the words of the note that it is about
  /// @param answer what the provider writes
  record QueryEntry(String visit, String quote, String answer) {}

  List<AuthorizationAsked> authorizations() {
    return List.of(ScenarioFiles.json("authorizations.json", AuthorizationAsked[].class));
  }

  /// What the front desk asks a payer to allow before a visit.
  ///
  /// @param visit for whose patient, not yet registered on that day
  record AuthorizationAsked(
      LocalDate on,
      String visit,
      String payer,
      String code,
      int units,
      String diagnosis,
      LocalDate from,
      LocalDate through,
      String note) {}

  List<BillingDeed> billingDeeds() {
    return List.of(ScenarioFiles.json("patient-billing.json", BillingDeed[].class));
  }

  /// What happens with a patient's bill beside statements and their payment.
  ///
  /// @param amount asked back, or the yearly income
  /// @param months of a plan, of which the first instalment is due on `firstDueOn`
  /// @param words the reason, the note, the proof or the number of the check
  record BillingDeed(
      LocalDate on,
      BillingDeedKind deed,
      String patient,
      @Nullable String amount,
      int months,
      @Nullable LocalDate firstDueOn,
      int householdSize,
      @Nullable String words) {}

  enum BillingDeedKind {
    ASSISTANCE_ASKED,
    ASSISTANCE_GIVEN,
    REFUND_ASKED,
    REFUND_APPROVED,
    REFUND_PAID,
    PLAN,
    INSTALMENT,
    DISPUTE
  }

  List<QueryEntry> queries() {
    return List.of(ScenarioFiles.json("queries.json", QueryEntry[].class));
  }

  DemoAudit.Script audit() {
    return ScenarioFiles.json("audit.json", DemoAudit.Script.class);
  }

  /// Reads the scenario from the program's resources.
  static Scenario load() {
    return new Scenario(
        ScenarioFiles.json("practice.json", Practice.class),
        List.of(ScenarioFiles.json("payers.json", PayerEntry[].class)),
        List.of(ScenarioFiles.json("patients.json", PatientEntry[].class)),
        List.of(ScenarioFiles.json("encounters.json", EncounterEntry[].class)));
  }

  /// Visits of the day after the story: documented, and left to whoever tries the coders' work.
  static List<EncounterEntry> waiting() {
    return List.of(ScenarioFiles.json("waiting.json", EncounterEntry[].class));
  }

  /// Refuses a scenario whose parts do not fit together, in a sentence.
  void check() {
    var knownPatients = patients.stream().map(PatientEntry::id).toList();
    var knownProviders = providers().stream().map(ProviderEntry::id).toList();
    var knownPayers = payers.stream().map(PayerEntry::slug).toList();
    for (EncounterEntry encounter : encounters) {
      require(knownPatients, encounter.patient(), "Visit " + encounter.id() + " names patient");
      require(knownProviders, encounter.provider(), "Visit " + encounter.id() + " names provider");
    }
    for (PatientEntry patient : patients) {
      for (CoverageEntry coverage : patient.coverages()) {
        require(knownPayers, coverage.payer(), "Patient " + patient.id() + " is covered by");
      }
    }
  }

  private static void require(List<String> known, String named, String who) {
    if (!known.contains(named)) {
      throw new IllegalStateException(
          who + " " + named + ", who is not registered. Add the entry or correct the name.");
    }
  }

  List<ProviderEntry> providers() {
    return List.of(ScenarioFiles.json("providers.json", ProviderEntry[].class));
  }

  ProviderEntry provider(String id) {
    return providers().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}
