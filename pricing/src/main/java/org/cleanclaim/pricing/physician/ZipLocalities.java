package org.cleanclaim.pricing.physician;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;

/// The payment locality of a ZIP code. Source: CMS, ZIP Code to Carrier Locality File.
public final class ZipLocalities {
  private final Map<String, Locality> localities = new HashMap<>();
  private final Set<String> split = new HashSet<>();

  private ZipLocalities() {}

  /// Takes the table `localities` as it is installed.
  public static ZipLocalities of(RuleTables tables) {
    var all = new ZipLocalities();
    RuleTables.Table table = tables.table("localities");
    if (table.rows().isEmpty()) return all;
    int zip = table.column("zip");
    int mac = table.column("mac");
    int number = table.column("locality");
    int isSplit = table.column("plus_four");
    for (List<String> row : table.rows()) {
      if (row.get(isSplit).equals("1")) all.split.add(row.get(zip));
      all.localities.put(row.get(zip), Locality.of(row.get(mac), row.get(number)));
    }
    return all;
  }

  /// The locality of a five-digit ZIP code; empty where it is unknown or lies in several.
  public Optional<Locality> locality(String zip) {
    return isSplit(zip) ? Optional.empty() : Optional.ofNullable(localities.get(zip));
  }

  /// Whether parts of the ZIP code lie in different localities, so that only nine digits tell.
  public boolean isSplit(String zip) {
    return split.contains(zip);
  }
}
