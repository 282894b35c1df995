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
    given.suggestions().forEach(drug -> suggestions.put(drug.code(), drug));
    done.suggestions().forEach(service -> suggestions.put(service.code(), service));
    suggestions.keySet().removeIf(code -> !edition.isBillable(code, note.servedOn()));
    var notCoded = new ArrayList<Mention>(given.notCoded());
    notCoded.addAll(done.notCoded());
    notCoded.removeIf(mention -> suggestions.containsKey(mention.code()));
    return new ServiceProposal(List.copyOf(suggestions.values()), notCoded);
  }
}
