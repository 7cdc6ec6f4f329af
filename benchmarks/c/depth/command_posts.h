/* Command posts: strikes on them add to the lag of the enemy's orders, and set back the assaults that he prepares. */
#pragma once

#include "chance.h"
#include "depth/assembly_areas.h"
#include "depth/hits.h"
#include "world.h"

static void strike_command_posts(World *w, const Laws *p, int64_t day, int64_t s) {
    const Side *side = w->sides + s;
    double chance = hit_chance(side->command_strikes * side->depth, p->strike_accuracy);
    double drawn = uniform(w->key, day, COMMAND, side->id);
    if (drawn < chance) {
        w->sides[1 - s].disrupted += p->command_delay;
        ALL(Formation, formations, f) {
            if (f->side != s && is_massed(f)) set_back(p, f, (int64_t)(p->command_delay + drawn / chance));
        }
        LEDGER(command_hit, 1 - s) += 1.0;
    }
}

static void recover_command(World *w, const Laws *p) {
    ALL(Side, sides, side) side->disrupted *= 1.0 - p->command_recovery;
}
