/* Orders: calls for troops, danger, withdrawal, assault and reinforcement. */

static double garrison(const Laws *p, double men) { return most(1.0, men + p->screen); }

static double decision_lag(const Laws *p, double coverage) {
    return p->order_lag + p->order_lag_blind * (1.0 - coverage);
}

static double demand(const World *w, const Laws *p, const Place *place, int64_t s) {
    double facing = p->screen + p->alarm * place->alarm, plan = 0.0;
    AROUND(place, n) {
        const Place *beyond = at(w, n);
        if (beyond->holder != s) {
            facing += beyond->picture / (double)beyond->fronts;
            plan = most(plan, beyond->axis[s]);
        }
    }
    return facing * (1.0 + place->symbol + p->concentration * plan) / garrison(p, place->men);
}

static void call_for_troops(World *w, const Laws *p, int64_t s) {
    int64_t waiting = 0, head = 0, size = w->n_places;
    ALL(Place, places, place) {
        if (place->holder != s) continue;
        place->planned = place->men;
        place->queued = 0;
        place->need = 0.0;
        if (place->fronts > 0) {
            place->need = demand(w, p, place, s);
            place->queued = 1;
            w->queue[waiting++] = place - w->places;
        }
    }
    while (waiting > 0) {
        Place *place = w->places + w->queue[head];
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        AROUND(place, n) {
            Place *beyond = at(w, n);
            double heard = place->need / (1.0 + n->km / p->call_reach);
            if (beyond->holder == s && heard > beyond->need) {
                beyond->need = heard;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = n->place;
                }
            }
        }
    }
}

static double relief_at(const Laws *p, const Place *place, double men) {
    if (place->fronts == 0) return place->need;
    return place->need * garrison(p, place->men) / garrison(p, most(0.0, place->planned + men));
}

static double danger(const World *w, const Laws *p, const Formation *f) {
    const Place *place = here(w, f);
    int sealed = place->retreat >= FAR;
    double flank = sealed ? 1.0 : enveloped(place);
    double road = sealed || f->cut > 0 ? 1.0 : 1.0 - exp(-place->risk * 1.0);
    double losses = f->loss / p->loss_tolerance;
    return p->danger_flank * flank + p->danger_road * road + p->danger_losses * losses;
}

static int withdraw(World *w, int64_t day, Formation *f) {
    const Place *place = here(w, f);
    int64_t back = -1;
    double way = place->retreat;
    AROUND(place, n) {
        if (at(w, n)->holder == f->side && at(w, n)->retreat < way) {
            back = n->place;
            way = at(w, n)->retreat;
        }
    }
    if (back < 0 && place->retreat < FAR) return 0;
    if (f->order != WITHDRAW || f->objective != back) {
        f->marched = 0.0;
        LEDGER(withdrawals, f->side) += 1.0;
    }
    f->order = WITHDRAW;
    f->objective = back;
    return 1;
}

static int is_given_up(const World *w, const Place *place, int64_t s) {
    return w->sides[s].withdraws && place->contested && place->home != s;
}

static int is_rear_guard(const World *w, const Laws *p, const Formation *f) {
    if (here(w, f)->retreat >= FAR) return 0;
    int others = 0;
    double power = fighting_power(w, p, f);
    PRESENT_FORMATIONS(other) {
        if (other->place == f->place && other->id != f->id) {
            others++;
            if (fighting_power(w, p, other) > power) return 0;
        }
    }
    return others > 0;
}

static double perceived_ratio(const World *w, const Laws *p, const Place *place) {
    double power = 0.0;
    AROUND(place, n) {
        if (at(w, n)->holder != place->holder) power += at(w, n)->power / (double)at(w, n)->fronts;
    }
    return power / (garrison(p, place->picture) * place->terrain);
}

static int assault(World *w, const Laws *p, Formation *f) {
    const Side *side = w->sides + f->side;
    double best = 1.0;
    int64_t objective = -1;
    AROUND(here(w, f), n) {
        const Place *place = at(w, n);
        int is_aim = side->crosses_border || place->home == f->side || place->contested;
        if (place->holder != f->side && is_aim) {
            double promise = perceived_ratio(w, p, place) * exp(place->axis[f->side]) / side->threshold;
            if (promise > best) {
                best = promise;
                objective = n->place;
            }
        }
    }
    if (objective < 0) return 0;
    if (f->order != ASSAULT || f->objective != objective) {
        int unguarded = w->places[objective].picture <= p->screen;
        f->prepared = unguarded ? (int64_t)ceil(p->preparation) : 0;
        f->noticed = 0;
    }
    f->order = ASSAULT;
    f->objective = objective;
    return 1;
}

static int reinforce(World *w, const Laws *p, Formation *f) {
    Place *place = here(w, f);
    double loudest = place->fronts > 0 ? p->lateral * relief_at(p, place, -f->strength) : w->sides[f->side].reserve;
    int64_t goal = -1;
    AROUND(place, n) {
        const Place *beside = at(w, n);
        if (beside->holder == f->side && !is_given_up(w, beside, f->side)) {
            double call = relief_at(p, beside, f->strength);
            if ((beside->fronts > 0 || beside->need > place->need) && call > loudest) {
                loudest = call;
                goal = n->place;
            }
        }
    }
    if (goal < 0) return 0;
    if (f->order != MOVE || f->objective != goal) f->marched = 0.0;
    f->order = MOVE;
    f->objective = goal;
    place->planned -= f->strength;
    w->places[goal].planned += f->strength;
    return 1;
}

static int leave(World *w, const Laws *p, int64_t day, Formation *f) {
    const Place *place = here(w, f);
    const Side *side = w->sides + f->side;
    int threatened = (place->fronts > 0 || place->retreat >= FAR) && danger(w, p, f) > side->stickiness;
    int is_free = !place->contested || place->home == f->side || side->may_withdraw;
    if (!is_given_up(w, place, f->side) && !(threatened && is_free)) return 0;
    if (is_rear_guard(w, p, f)) {
        LEDGER(rear_guards, f->side) += 1.0;
        stand(f);
        return 1;
    }
    return withdraw(w, day, f);
}

static void give_order(World *w, const Laws *p, Formation *f) {
    int may_assault = w->sides[f->side].assaults && !w->conditions->ceasefire;
    if (here(w, f)->fronts > 0 && may_assault && assault(w, p, f)) return;
    if (!reinforce(w, p, f) && f->order != MOVE) stand(f);
}

static void command(World *w, const Laws *p, int64_t day, int64_t s) {
    call_for_troops(w, p, s);
    double delay = decision_lag(p, w->sides[s].intelligence);
    PRESENT_FORMATIONS(f) {
        if (f->side != s) continue;
        if (f->order == ASSAULT && w->places[f->objective].holder == s) stand(f);
        if (leave(w, p, day, f)) continue;
        if (f->wait > 0) {
            f->wait--;
        } else {
            give_order(w, p, f);
            f->wait = (int64_t)(delay + uniform(w->key, day, ORDER, f->id));
        }
    }
}
