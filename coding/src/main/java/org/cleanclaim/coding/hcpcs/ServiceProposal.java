package org.cleanclaim.coding.hcpcs;

import java.util.List;
import org.cleanclaim.coding.Mention;

/// Services that the record says were done, and those it names and does not support.
public record ServiceProposal(List<ServiceSuggestion> suggestions, List<Mention> notCoded) {
  public ServiceProposal {
    suggestions = List.copyOf(suggestions);
    notCoded = List.copyOf(notCoded);
  }
}
