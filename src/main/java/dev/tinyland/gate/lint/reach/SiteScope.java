package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Scope;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import java.util.Locale;

/** Evaluation at a site in a world. */
final class SiteScope implements Scope {
  private final Site site;
  private final World world;
  private final boolean shell;

  SiteScope(Site site, World world, boolean shell) {
    this.site = site;
    this.world = world;
    this.shell = shell;
  }

  @Override
  public Value context(String name) {
    if (name.equals("env")) {
      Context env = shell ? site.env().forShell(site) : site.env().forExpressions(site);
      return Context.object(env, world);
    }
    if (name.equals(Opaque.CONTEXT)) {
      return Context.object(Opaque.INSTANCE, world);
    }
    Context context = site.context(name);
    return context == null ? world.free(site.own(name)) : Context.object(context, world);
  }

  @Override
  public Value function(String name, List<Value> arguments, Expression.Call call) {
    if (name.equals("hashfiles")) {
      return world.free(call.text(), Domain.strings(Values.of("hash")));
    }
    return site.status().function(name, site, world);
  }

  @Override
  public Value resolve(String name) {
    return world.inside(name);
  }

  @Override
  public void compared(Unknown unknown, Value other, Comparison how) {
    world.compared(unknown, other, how);
    if (shell && other instanceof Value.Str(String text)) {
      // A shell tells upper from lower case, so the same text in another case matters too.
      String upper = text.toUpperCase(Locale.ROOT);
      String flipped = upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
      if (!flipped.equals(text)) {
        world.compared(unknown, new Value.Str(flipped), how);
      }
    }
  }

  @Override
  public void related(Unknown left, Unknown right, Comparison how) {
    world.related(left, right, how);
  }
}
