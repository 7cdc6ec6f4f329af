/* Combat: both sides lose men where one assaults across a border or lies opposite it, and ground is won along it. */
#pragma once

#include "battle/advance.h"
#include "battle/assault.h"
#include "battle/attrition.h"
#include "battle/culmination.h"
#include "battle/losses.h"
#include "battle/noise.h"
#include "battle/pace.h"
#include "battle/sectors.h"
#include "battle/skirmish.h"
#include "battle/strength.h"
#include "world.h"

static double protection(const Laws *p, const Place *place, double dug_in) {
    double posture = p->hasty + (p->prepared - p->hasty) * dug_in + (p->fortified - p->prepared) * place->works;
    return posture * place->terrain;
}

static void battle(
    World *w, const Laws *p, const Place *place, Neighbour *border, double luck, double favour, double against
) {
    const Side *attacker = w->sides + 1 - place->holder, *defender = w->sides + place->holder;
    Neighbour *opposite = mirror(w, border);
    double turned = 0.0, dug_in = 0.0;
    if (border->men > 0.0) {
        turned = p->envelopment * border->enveloped / border->men;
        dug_in = border->dug_in / border->men * (1.0 - attacker->bombing);
    }
    double shelter = 1.0 + (protection(p, place, dug_in) - 1.0) * (1.0 - turned);
    double attack = opposite->push * favour, men = border->men + p->screen * border->front;
    double defence = (border->power + p->screen * border->front * p->screen_quality) * (1.0 - turned) * against;
    double room = p->saturation * border->front * p->battle_depth;
    if (men > 0.0) {
        double reference = p->reference_aimed + (1.0 - p->reference_aimed) * p->reference_density;
        double to_defender = p->defender_rate * luck * pow(attack / opposite->pushers, p->weiss) / (reference * shelter);
        double to_attacker = p->attacker_rate / luck * pow(defence / men, p->weiss) / reference;
        Forces left = duel(
            opposite->pushers, men, to_attacker, to_defender, p->weiss, defender->aimed, attacker->aimed, room, room,
            0.0, 0.0
        );
        opposite->loss_attacking = 1.0 - left.x / opposite->pushers;
        border->loss_holding += 1.0 - left.y / men;
    }
    attack *= luck * fire_effect(attacker->aimed, min(1.0, men / room));
    defence *= shelter * fire_effect(defender->aimed, min(1.0, opposite->pushers / room));
    double speed = pace(p, w->conditions->mud, ratio_of(attack, defence), defender->resistance);
    border->won = border->front * speed / (1.0 + p->works_delay * place->works);
}

static void meet(World *w, const Laws *p, int64_t day, Place *place) {
    HOSTILE_BORDERS(place, border) {
        const Neighbour *opposite = mirror(w, border);
        if (!w->conditions->ceasefire) skirmish(w, p, place, border);
        place->attackers += opposite->pushers;
        place->attack += opposite->push;
    }
    if (place->attackers <= 0.0) return;
    const Side *attacker = w->sides + 1 - place->holder, *defender = w->sides + place->holder;
    place->works *= 1.0 - attacker->bombing;
    place->attack /= 1.0 + attacker->artillery;
    double luck = daily_noise(w, p, day, place);
    double favour = battle_noise(w, p, day, attacker, place), against = battle_noise(w, p, day, defender, place);
    HOSTILE_BORDERS(place, border) {
        if (mirror(w, border)->pushers > 0.0) battle(w, p, place, border, luck, favour, against);
    }
}

static void share_losses(World *w) {
    ALL(Place, places, base) {
        base->pressed = base->loss_attacking = base->loss_holding = 0.0;
        if (base->men <= 0.0) continue;
        REACHES(base, reach) {
            const Neighbour *border = w->neighbours + reach->border;
            base->loss_holding += reach->hold * border->loss_holding;
            if (mirror(w, border)->pushers > 0.0) base->pressed += reach->hold;
            base->loss_attacking += base->push * reach->open * border->promise * border->loss_attacking;
        }
    }
}

static void bleed(World *w, const Laws *p, int64_t day, Formation *f) {
    const Place *base = here(w, f);
    double men = f->strength, stays = 1.0;
    if (f->attacking > 0.0) {
        stays -= p->attack_share;
        lose(w, day, f, men * min(1.0, base->loss_attacking), CAUSE(lost_assaulting));
    }
    f->pressed = base->pressed;
    int64_t cause = base->pressed > 0.0 ? CAUSE(lost_defending) : CAUSE(lost_holding);
    lose(w, day, f, min(f->strength, men * stays * base->loss_holding), cause);
    if (f->order == ASSAULT) f->dug_in = 0.0;
    else f->dug_in *= 1.0 - base->pressed * w->sides[1 - f->side].bombing;
    tire(p, f);
}

static void fight(World *w, const Laws *p, int64_t day) {
    muster(w, p);
    concentrate(w, p, day);
    engage(w, p);
    resist(w, p);
    ALL(Place, places, place) {
        if (place->fronts > 0) meet(w, p, day, place);
    }
    share_losses(w);
    PRESENT_FORMATIONS(f) bleed(w, p, day, f);
    advance(w, p, day);
}
