package org.cleanclaim.app.story;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cleanclaim.app.access.Role;
import tools.jackson.databind.JsonNode;

/// What stands open with payers at provider level.
final class OpenProviderBalances {
  private OpenProviderBalances() {}

  /// Open balances whose reference has a mark, each under its reason and reference.
  static SortedMap<String, JsonNode> under(Office office, String mark) {
    var open = new TreeMap<String, JsonNode>();
    for (var balance : Office.rows(office.get(Role.BILLER, "/provider-balances"))) {
      String reference = balance.at("/reference").asString();
      if (reference.contains(mark))
        open.put(balance.at("/reason").asString() + " " + reference, balance);
    }
    return open;
  }
}
