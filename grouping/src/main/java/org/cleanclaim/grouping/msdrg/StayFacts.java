package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A stay in the light of the tables of a version: on which lists its codes are, what counts as MCC
/// or CC. Formulas ask it. It is worked on by one thread.
final class StayFacts {
  private static final List<String> TRAUMA_SITES =
      List.of(
          "sthead", "stchest", "stabdom", "stkidney", "sturin", "stpel", "stuplimb", "stlolimb");
  static final List<String> JOINTS =
      List.of("righthip", "lefthip", "rightknee", "leftknee", "rightankle", "leftankle");

  final Stay stay;
  final int version;
  private final GrouperTables tables;

  /// Facts of the principal; null when the version does not know the code.
  final Facts.@Nullable OfDiagnosis principal;

  /// Facts of each secondary; null when unknown.
  final Facts.@Nullable OfDiagnosis[] secondaries;

  /// Secondaries that the principal excludes from counting as MCC or CC.
  final boolean[] excluded;

  /// Facts of each procedure, then of each complete cluster; null when unknown.
  final Facts.@Nullable OfProcedure[] procedures;

  final long[] suppressedMdcs;
  final List<Cluster> clusters;
  private final Bits noLists;
  private final Bits principalLists;
  private final Bits allSecondaryLists;
  private Bits secondaryLists;
  private Bits procedureLists;
  private Bits suppressedLists;
  private boolean hasMcc;
  private boolean hasCc;

  StayFacts(Stay stay, int version, GrouperTables tables) {
    this.stay = stay;
    this.version = version;
    this.tables = tables;
    noLists = new Bits(tables.diagnosisLists.words());
    suppressedLists = noLists;
    principal = tables.diagnoses.find(stay.principal().code(), version);
    principalLists = principal == null ? noLists : principal.lists();
    List<Stay.Condition> conditions = stay.secondaries();
    secondaries = new Facts.OfDiagnosis[conditions.size()];
    excluded = new boolean[conditions.size()];
    allSecondaryLists = new Bits(tables.diagnosisLists.words());
    secondaryLists = allSecondaryLists;
    Set<Long> exclusions = tables.excludedBy.find(stay.principal().code(), version);
    for (int i = 0; i < secondaries.length; i++) {
      String code = conditions.get(i).code();
      Facts.OfDiagnosis facts = tables.diagnoses.find(code, version);
      secondaries[i] = facts;
      if (facts == null) continue;
      secondaryLists.add(facts.lists());
      excluded[i] =
          facts.level() != Level.NONE
              && ((exclusions != null && exclusions.contains(CodeTable.pack(code)))
                  || (isOnlyForSurvivors(facts) && hasDied()));
    }
    clusters = completeClusters();
    int own = stay.procedures().size();
    procedures = new Facts.OfProcedure[own + clusters.size()];
    suppressedMdcs = new long[procedures.length];
    for (int i = 0; i < own; i++) {
      String code = stay.procedures().get(i);
      procedures[i] = tables.procedures.find(code, version);
      for (Cluster cluster : clusters) {
        if (cluster.contains(CodeTable.pack(code))) suppressedMdcs[i] |= cluster.suppressedMdcs();
      }
    }
    for (int i = 0; i < clusters.size(); i++) {
      procedures[own + i] = tables.procedures.find(clusters.get(i).name(), version);
    }
    procedureLists = listsIn(0);
    weighWithout(new boolean[secondaries.length]);
  }

  private boolean isOnlyForSurvivors(Facts.OfDiagnosis facts) {
    return facts.level() == Level.MCC && isOn(facts.lists(), "mccalive");
  }

  private List<Cluster> completeClusters() {
    List<Cluster> complete = List.of();
    long[] done = null;
    for (String code : stay.procedures()) {
      List<Cluster> candidates = tables.clusters.find(code, version);
      if (candidates == null) continue;
      if (done == null) done = stay.procedures().stream().mapToLong(CodeTable::pack).toArray();
      for (Cluster cluster : candidates) {
        if (cluster.isOf(version) && !complete.contains(cluster) && cluster.isComplete(done)) {
          if (complete.isEmpty()) complete = new ArrayList<>();
          complete.add(cluster);
        }
      }
    }
    return complete;
  }

  private boolean[] removed = {};
  private boolean allMcc;
  private boolean allCc;

  /// From here on the given secondaries count no more as MCC or CC.
  void weighWithout(boolean[] secondariesRemoved) {
    removed = secondariesRemoved;
    weigh(noLists);
    allMcc = hasMcc;
    allCc = hasCc;
  }

  private void weigh(Bits suppressed) {
    suppressedLists = suppressed;
    hasMcc = false;
    hasCc = false;
    for (int i = 0; i < secondaries.length; i++) {
      Level level = level(i);
      hasMcc |= level == Level.MCC;
      hasCc |= level == Level.CC;
    }
  }

  boolean isPresentOnAdmission(int secondary) {
    return stay.secondaries().get(secondary).presentOnAdmission().isPresent();
  }

  /// From here on formulas see only secondaries that were not present on admission.
  void leaveOutPresent() {
    secondaryLists = new Bits(tables.diagnosisLists.words());
    for (int i = 0; i < secondaries.length; i++) {
      Facts.OfDiagnosis facts = secondaries[i];
      if (facts != null && !isPresentOnAdmission(i)) secondaryLists.add(facts.lists());
    }
  }

  /// From here on formulas see all secondaries again.
  void takeInAll() {
    secondaryLists = allSecondaryLists;
  }

  /// What a secondary counts as under the rule that is being looked at.
  Level level(int secondary) {
    Facts.OfDiagnosis facts = secondaries[secondary];
    if (facts == null || excluded[secondary] || removed[secondary]) return Level.NONE;
    return facts.lists().meets(suppressedLists) ? Level.NONE : facts.level();
  }

  /// Whether the stay fulfils the rule.
  boolean fulfils(Rule rule) {
    if (rule.suppresses()) {
      weigh(rule.suppressed());
    } else {
      suppressedLists = noLists;
      hasMcc = allMcc;
      hasCc = allCc;
    }
    return rule.formula().holds(this);
  }

  /// From here on the procedures count as they do in a major diagnostic category.
  void lookFrom(int mdc) {
    if (!clusters.isEmpty()) procedureLists = listsIn(mdc);
    mdcNow = mdc;
  }

  private int mdcNow;

  private Bits listsIn(int mdc) {
    Bits lists = new Bits(tables.procedureLists.words());
    for (int i = 0; i < procedures.length; i++) {
      Facts.OfProcedure facts = procedures[i];
      if (facts != null && (suppressedMdcs[i] & 1L << mdc) == 0) lists.add(facts.lists());
    }
    return lists;
  }

  /// Whether a procedure counts where the stay is looked at from.
  boolean counts(int procedure) {
    return procedures[procedure] != null && (suppressedMdcs[procedure] & 1L << mdcNow) == 0;
  }

  boolean isPrincipalOn(int list) {
    return principalLists.has(list);
  }

  boolean isPrincipalOn(String list) {
    return isOn(principalLists, list);
  }

  boolean isSecondaryOn(int list) {
    return secondaryLists.has(list);
  }

  boolean isEachDiagnosisOn(int list) {
    if (!isPrincipalOn(list)) return false;
    for (Facts.OfDiagnosis facts : secondaries) {
      if (facts != null && !facts.lists().has(list)) return false;
    }
    return true;
  }

  boolean isProcedureOn(int list) {
    return procedureLists.has(list);
  }

  boolean hasMcc() {
    return hasMcc;
  }

  boolean hasCc() {
    return hasCc;
  }

  boolean hasDied() {
    return stay.dischargeStatus() == DischargeStatus.DIED;
  }

  int dischargeStatus() {
    return stay.dischargeStatus();
  }

  boolean isPrincipalUnknown() {
    return principal == null;
  }

  /// The major diagnostic category depends on the sex, and the sex is not known.
  boolean needsSex() {
    return stay.sex() == Sex.UNKNOWN
        && tables.mdcsBySex.find(stay.principal().code(), version) != null;
  }

  boolean hasOperation() {
    for (int i = 0; i < procedures.length; i++) {
      Facts.OfProcedure facts = procedures[i];
      if (facts != null && facts.isOperation() && counts(i)) return true;
    }
    return false;
  }

  /// At how many sites of the body there is significant trauma.
  int traumaSites() {
    return Integer.bitCount(traumaSites(principalLists) | traumaSites(secondaryLists));
  }

  /// The sites where the principal diagnosis is a significant trauma, a bit each.
  int principalTraumaSites() {
    return traumaSites(principalLists);
  }

  /// The sites where a secondary diagnosis is a significant trauma, a bit each.
  int traumaSites(int secondary) {
    Facts.OfDiagnosis facts = secondaries[secondary];
    return facts == null ? 0 : traumaSites(facts.lists());
  }

  private int traumaSites(Bits lists) {
    int sites = 0;
    for (int site = 0; site < TRAUMA_SITES.size(); site++) {
      int list = tables.diagnosisLists.find(TRAUMA_SITES.get(site));
      if (list >= 0 && lists.has(list)) sites |= 1 << site;
    }
    return sites;
  }

  /// The number of a list of procedures; -1 when nothing mentions it.
  int procedureList(String name) {
    return tables.procedureLists.find(name);
  }

  /// How many of the six joints of the legs were replaced.
  int jointsReplaced() {
    int joints = 0;
    for (String joint : JOINTS) if (isOn(procedureLists, joint)) joints++;
    return joints;
  }

  /// The sum over lists that stand for a number: `stent3` is worth three.
  int counted(String what) {
    int sum = 0;
    for (int n = 1; n <= 4; n++) sum += n * countOn(what + n);
    return sum;
  }

  /// How many procedures are on the list.
  int countOn(String list) {
    int number = tables.procedureLists.find(list);
    if (number < 0) return 0;
    int count = 0;
    for (int i = 0; i < procedures.length; i++) {
      Facts.OfProcedure facts = procedures[i];
      if (facts != null && counts(i) && facts.lists().has(number)) count++;
    }
    return count;
  }

  private boolean isOn(Bits lists, String name) {
    int number =
        lists.equals(procedureLists)
            ? tables.procedureLists.find(name)
            : tables.diagnosisLists.find(name);
    return number >= 0 && lists.has(number);
  }
}
