package org.cleanclaim.coding.hcpcs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;

/// Proposes codes of HCPCS Level II for what a note says was given or done. What is planned,
/// ordered, declined, taken at home or done before is kept with the reason and not proposed.
/// Deterministic and safe for many threads.
public final class HcpcsEngine {
  private final Edition edition;
  private final DrugCodes drugs;

  private HcpcsEngine(Edition edition) {
    this.edition = edition;
    this.drugs = DrugCodes.of(edition);
  }

  /// Reads the titles of an edition of HCPCS.
  public static HcpcsEngine of(Edition edition) {
    return new HcpcsEngine(edition);
  }

  public ServiceProposal propose(Documentation note) {
    List<Statement> statements = Statements.of(note.text());
    ServiceProposal given = DrugServices.propose(drugs, note, statements);
    ServiceProposal done = ListedServices.propose(edition, note, statements);
    var suggestions = new LinkedHashMap<String, ServiceSuggestion>();
    for (ServiceSuggestion drug : given.suggestions()) {
      suggestions.merge(drug.code(), drug, HcpcsEngine::again);
    }
    done.suggestions().forEach(service -> suggestions.put(service.code(), service));
    var notCoded = new ArrayList<Mention>(given.notCoded());
    notCoded.addAll(done.notCoded());
    notCoded.removeIf(mention -> suggestions.containsKey(mention.code()));
    return new ServiceProposal(List.copyOf(suggestions.values()), notCoded);
  }

  /// The same dose told twice is one; whether it was given twice is for a person to say. Two
  /// different doses were both given, and their units are of one day (CMS Pub. 100-04, chapter 17,
  /// section 10).
  private static ServiceSuggestion again(ServiceSuggestion first, ServiceSuggestion second) {
    var evidence = new ArrayList<>(first.evidence());
    evidence.addAll(second.evidence());
    var hints = new ArrayList<>(first.hints());
    for (String hint : second.hints()) if (!hints.contains(hint)) hints.add(hint);
    hints.removeIf(hint -> hint.startsWith("named "));
    boolean isSameDose = second.units() == first.units();
    var path = new ArrayList<>(first.path());
    if (isSameDose) {
      hints.add("named %d times; the units are those of one dose".formatted(evidence.size()));
    } else {
      path.add("another dose: %d units more".formatted(second.units()));
    }
    return new ServiceSuggestion(
        first.code(),
        first.title(),
        isSameDose ? first.units() : first.units() + second.units(),
        Math.min(first.confidencePercent(), second.confidencePercent()) - 10,
        evidence,
        path,
        hints);
  }
}
