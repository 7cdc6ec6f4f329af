/* Combat: what both sides lose in assaults and skirmishes, and the ground they gain. */

static int is_prepared(const Laws *p, const Formation *f, int64_t days) {
    return f->status == PRESENT && f->order == ASSAULT && (double)days >= p->preparation;
}

static double fire_effect(double aimed, double density) { return aimed + (1.0 - aimed) * density; }

static double loss_rate(double men, double enemy, double rate, double weiss, double aimed, double room) {
    if (men < 0.0 || enemy <= 0.0) return 0.0;
    double density = room > 0.0 ? least(1.0, men / room) : 1.0;
    return rate * pow(enemy, weiss) * pow(men, 1.0 - weiss) * fire_effect(aimed, density);
}

static double reference_effect(const Laws *p) {
    return p->reference_aimed + (1.0 - p->reference_aimed) * p->reference_density;
}

static int is_noticed_in_time(const World *w, const Laws *p, int64_t day, const Formation *f) {
    double coverage = w->sides[1 - f->side].intelligence;
    double detection = p->detection * coverage * (1.0 - w->sides[f->side].deception);
    double missed = pow(1.0 - detection, most(p->preparation - decision_lag(p, coverage), 0.0));
    return uniform(w->key, day, ALARM, f->id) < 1.0 - missed;
}

static int is_surprising(World *w, const Laws *p, int64_t day, const Formation *f) {
    int64_t under_way = f->prepared - (int64_t)ceil(p->preparation);
    if ((double)under_way >= decision_lag(p, w->sides[1 - f->side].intelligence)) return 0;
    if (!is_noticed_in_time(w, p, day - under_way, f)) return 1;
    if (under_way == 0) LEDGER(alarms, 1 - f->side) += 1.0;
    return 0;
}

static void concentrate(World *w, const Laws *p, int64_t day) {
    ALL(Place, places, place) {
        place->attackers = place->attack = place->attack_loss = place->defence_loss = 0.0;
        place->unseen = 1;
    }
    PRESENT_FORMATIONS(f) {
        if (is_prepared(p, f, f->prepared)) {
            Place *place = w->places + f->objective;
            place->attackers += f->strength;
            place->attack += fighting_power(w, p, f);
            if (!is_surprising(w, p, day, f)) place->unseen = 0;
        }
        if (f->order == ASSAULT) f->prepared++;
    }
}

static void skirmish(World *w, const Laws *p, Place *place) {
    if (place->fronts == 0 || place->men <= 0.0) return;
    double rate = p->quiet * p->attacker_rate / (reference_effect(p) * place->terrain);
    double men = place->men / (double)place->fronts, room = p->saturation * place->area / (double)place->fronts;
    double aimed = w->sides[1 - place->holder].aimed;
    AROUND(place, n) {
        const Place *beyond = at(w, n);
        if (beyond->holder != place->holder && beyond->men > 0.0) {
            double lost = loss_rate(men, beyond->power / (double)beyond->fronts, rate, p->weiss, aimed, room);
            place->defence_loss += lost / place->men;
        }
    }
}

static double support(const World *w, const Laws *p, const Place *place) {
    double lent = 0.0;
    AROUND(place, n) {
        const Place *beside = at(w, n);
        if (beside->holder == place->holder) lent += beside->power / (double)(beside->last - beside->first);
    }
    return p->support * w->sides[place->holder].intelligence * lent;
}

static double battle noise(const World *w, const Laws *p, int64_t day, const Side *side) {
    int64_t length = p->battle_days < 1.0 ? 1 : (int64_t)p->battle_days, spell = (day + side->id % length) / length;
    return exp(p->battle_spread * normal(w->key, spell, FORTUNE, side->id));
}

static double daily_noise(const World *w, const Laws *p, int64_t day, Place *place) {
    double luck = p->noise_memory * place->luck;
    luck += sqrt(1.0 - p->noise_memory * p->noise_memory) * normal(w->key, day, BATTLE, place->id);
    place->luck = luck;
    return exp(p->noise_spread * luck - 0.5 * p->noise_spread * p->noise_spread);
}

static double assault_power(World *w, const Laws *p, int64_t day, const Place *place) {
    double power = place->attack * (1.0 + w->sides[1 - place->holder].artillery);
    if (!place->unseen) return power;
    LEDGER(surprises, place->holder) += 1.0;
    return power * p->surprise;
}

static void exchange(Place *place, double men, double a, double b, double weiss, double at_x, double at_y, double wide, double room) {
    double x = place->attackers, y = men;
    double p1 = -loss_rate(x, y, a, weiss, at_x, wide), q1 = -loss_rate(y, x, b, weiss, at_y, room);
    double x2 = x + 0.5 * p1, y2 = y + 0.5 * q1;
    double p2 = -loss_rate(x2, y2, a, weiss, at_x, wide), q2 = -loss_rate(y2, x2, b, weiss, at_y, room);
    double x3 = x + 0.5 * p2, y3 = y + 0.5 * q2;
    double p3 = -loss_rate(x3, y3, a, weiss, at_x, wide), q3 = -loss_rate(y3, x3, b, weiss, at_y, room);
    double x4 = x + p3, y4 = y + q3;
    double p4 = -loss_rate(x4, y4, a, weiss, at_x, wide), q4 = -loss_rate(y4, x4, b, weiss, at_y, room);
    place->attack_loss = 1.0 - most(0.0, x + (p1 + 2.0 * p2 + 2.0 * p3 + p4) / 6.0) / x;
    place->defence_loss += 1.0 - most(0.0, y + (q1 + 2.0 * q2 + 2.0 * q3 + q4) / 6.0) / y;
}

static double ground_of_assault(const World *w, const Laws *p, const Place *place) {
    double area = place->area;
    AROUND(place, n) {
        if (at(w, n)->holder != place->holder) area += p->assault_spread * at(w, n)->area;
    }
    return area;
}

static void battle(World *w, const Laws *p, int64_t day, Place *place) {
    const Side *attacker = w->sides + 1 - place->holder, *defender = w->sides + place->holder;
    place->works *= 1.0 - attacker->bombs;
    place->dug_in *= 1.0 - attacker->bombs;
    double luck = daily_noise(w, p, day, place), turned = p->envelopment * enveloped(place);
    double attack = assault_power(w, p, day, place) * battle noise(w, p, day, attacker);
    double defence = place->power + support(w, p, place) + p->screen * p->screen_quality;
    defence *= (1.0 - turned) * battle noise(w, p, day, defender);
    double posture = p->hasty + (p->prepared - p->hasty) * place->dug_in + (p->fortified - p->prepared) * place->works;
    double shelter = 1.0 + (posture * place->terrain - 1.0) * (1.0 - turned), men = most(place->men, p->screen);
    double room = p->saturation * place->area, wide = p->saturation * ground_of_assault(w, p, place);
    if (men > 0.0) {
        double reference = reference_effect(p);
        double to_defender = p->defender_rate * luck * pow(attack / place->attackers, p->weiss) / (reference * shelter);
        double to_attacker = p->attacker_rate / luck * pow(defence / men, p->weiss) / reference;
        exchange(place, men, to_attacker, to_defender, p->weiss, defender->aimed, attacker->aimed, wide, room);
    }
    attack *= fire_effect(attacker->aimed, least(1.0, men / room));
    defence *= fire_effect(defender->aimed, least(1.0, place->attackers / wide));
    double ratio = defence > 0.0 ? attack * luck / (defence * shelter) : FAR;
    if (ratio > p->hold_ratio) {
        double pace = p->advance_pace * (1.0 - w->conditions->mud) * (1.0 - p->hold_ratio / ratio);
        place->gained += pace / (1.0 + p->works_delay * place->works);
    }
}

static void bleed(World *w, const Laws *p, int64_t day, Formation *f) {
    const Place *place = here(w, f);
    if (is_prepared(p, f, f->prepared - 1)) {
        lose(w, f, f->strength * w->places[f->objective].attack_loss, &LEDGER(lost_assaulting, f->side));
    }
    double *cause = place->attackers > 0.0 ? &LEDGER(lost_defending, f->side) : &LEDGER(lost_holding, f->side);
    lose(w, f, f->strength * least(1.0, place->defence_loss), cause);
    if (f->order == ASSAULT) f->dug_in = 0.0;
    else if (place->attackers > 0.0) f->dug_in *= 1.0 - w->sides[1 - f->side].bombs;
}
