package org.cleanclaim.pricing.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.Accumulators.Borne;
import org.cleanclaim.pricing.benefit.Accumulators.Used;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.file.PlanTerms.InsuredMember;

/// Reads who is insured under a plan and what they have borne so far.
final class MemberEntries {
  private MemberEntries() {}

  static List<InsuredMember> read(Entry root, Set<NetworkTier> tiers) {
    var members = new ArrayList<InsuredMember>();
    var ids = new HashSet<String>();
    for (Entry entry : root.entries("members")) {
      String id = entry.text("id");
      if (!ids.add(id)) {
        entry.refuse("id", "another member has it", "Give each member its own number");
      }
      String family = entry.optionalText("family");
      var coverage = entry.period();
      var opening = new Accumulators(borne(entry, tiers), used(entry));
      var openedOn = entry.optionalDate("as_of");
      if (openedOn == null && (entry.has("borne") || entry.has("used"))) {
        entry.refuse(
            "as_of", "it is missing", "State the day on which this had been borne or used");
      }
      members.add(
          new InsuredMember(
              id,
              family == null ? id : family,
              coverage,
              opening,
              openedOn == null ? coverage.from() : openedOn));
      entry.finish();
    }
    if (members.isEmpty()) {
      root.refuse("members", "nobody is insured", "Add the members with id and from");
    }
    return members;
  }

  private static Map<NetworkTier, Borne> borne(Entry member, Set<NetworkTier> tiers) {
    var borne = new HashMap<NetworkTier, Borne>();
    var entry = member.entry("borne");
    if (entry == null) return borne;
    for (String slug : entry.names()) {
      var tier = tiers.stream().filter(t -> t.slug().equals(slug)).findFirst();
      var amounts = entry.entry(slug);
      if (amounts == null) continue;
      if (tier.isEmpty()) {
        entry.refuse(slug, "the plan has no such tier", "Name a tier of the plan");
        continue;
      }
      var own =
          new Borne(
              amounts.money("deductible"),
              otherwise(amounts, "family_deductible", "deductible"),
              amounts.money("out_of_pocket"),
              otherwise(amounts, "family_out_of_pocket", "out_of_pocket"));
      amounts.finish();
      if (own.familyDeductible().compareTo(own.deductible()) < 0
          || own.familyOutOfPocket().compareTo(own.outOfPocket()) < 0) {
        entry.refuse(
            slug,
            "the family has borne less than the member",
            "State what all members together have borne");
      }
      if (own.outOfPocket().compareTo(own.deductible()) < 0) {
        entry.refuse(
            slug,
            "less was borne out of pocket than toward the deductible",
            "Count the deductible in, as the plan does");
      }
      borne.put(tier.get(), own);
    }
    return borne;
  }

  /// What a member alone has borne the family has borne too.
  private static Money otherwise(Entry amounts, String name, String own) {
    Money stated = amounts.optionalMoney(name);
    return stated == null ? amounts.money(own) : stated;
  }

  private static Map<ServiceCategory, Used> used(Entry member) {
    var used = new HashMap<ServiceCategory, Used>();
    var entry = member.entry("used");
    if (entry == null) return used;
    for (String slug : entry.names()) {
      var use = entry.entry(slug);
      if (use == null) continue;
      Integer visits = use.optionalCount("visits");
      Money paid = use.optionalMoney("paid");
      use.finish();
      PlanFile.category(entry, slug, slug)
          .ifPresent(c ->
              used.put(c, new Used(visits == null ? 0 : visits, paid == null ? Money.ZERO : paid)));
    }
    return used;
  }
}
