package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where expressions are evaluated: which contexts exist there and what they hold. Sites are
 * built once by the walk over a workflow and evaluated in many worlds.
 *
 * @param key tells the free names of this site from those of another frame; empty in the workflow
 *     that a trigger starts
 * @param job tells what differs from job to job, such as the runner, in the names of one frame;
 *     empty outside of jobs
 * @param contexts by name
 * @param env the variables, also for the shell
 * @param status decides success(), failure() and cancelled()
 */
public record Site(
    String key, String job, Map<String, Context> contexts, EnvChain env, Status status) {
  public Site {
    contexts = Map.copyOf(contexts);
  }

  /** The same place with one context replaced. */
  Site with(String name, Context context) {
    Map<String, Context> changed = new HashMap<>(contexts);
    changed.put(name, context);
    return new Site(key, job, changed, env, status);
  }

  Site with(EnvChain other) {
    return new Site(key, job, contexts, other, status);
  }

  Site with(Status other) {
    return new Site(key, job, contexts, env, other);
  }

  @Nullable Context context(String name) {
    return contexts.get(name);
  }

  /** What an expression that stands here sees. */
  Scope scope(World world) {
    return new SiteScope(this, world, false);
  }

  /** What a shell word that stands here sees: also variables of the runner's own environment. */
  Scope shellScope(World world) {
    return new SiteScope(this, world, true);
  }

  /** The same place in a job. */
  Site inJob(String id) {
    return new Site(key, id, contexts, env, status);
  }

  /** A name of this job, told from the same name in another. */
  String ownOfJob(String name) {
    return job.isEmpty() ? own(name) : name + "@" + key + "/" + job;
  }

  /** A name of this frame, told from the same name in another. */
  String own(String name) {
    return key.isEmpty() ? name : name + "@" + key;
  }
}
