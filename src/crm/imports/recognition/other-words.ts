/** How people head the columns of tables that they made by hand, and in German, French, Spanish and Italian. */
import type { Noun } from "./field-kind.ts";

type Words = Readonly<Record<string, string>>;

const owner =
  "sales owner, deal rep, account rep, account exec, sales exec, sales executive, sales manager, sold by, lead by, " +
  "besitzer, inhaber, verkäufer, vertriebler, betreuer, kundenbetreuer, verantwortlich, verantwortlicher, zuständig, " +
  "propriétaire, commercial, vendeur, responsable, responsable commercial, propietario, vendedor, comercial, " +
  "ejecutivo, ejecutivo de cuenta, proprietario, venditore, responsabile";
const accountOf =
  "account title, customer account, client account, buyer, prospect, end customer, logo, kunde, kundenname, firma, " +
  "firmenname, unternehmen, konto, compte, client, nom du client, nom du compte, entreprise, société, cuenta, cliente, " +
  "nombre de la cuenta, nombre del cliente, empresa, azienda, nome account, nome cliente";
const created =
  "creation, entry date, date opened, created day, start of opportunity, erstellt, erstellt am, erstelldatum, " +
  "erstellungsdatum, angelegt, angelegt am, anlagedatum, date de création, créé le, créée le, fecha de creación, " +
  "creado el, creado, data di creazione, data creazione";
const currency = "ccy, curr, deal currency, währung, devise, moneda, divisa, valuta";
const email =
  "e mail address, mail address, e mail adresse, courriel, adresse e mail, correo, correo electrónico";
const phone = "tel, phone no, mobile, telefon, telefonnummer, téléphone, teléfono, telefono";
const industry =
  "branche, secteur, secteur d activité, sector industrial, industria, settore, line of business";
const country = "land, pays, país, paese, nation, country name";
const city = "stadt, ort, ville, ciudad, città, city name";

/** Noun → field → header words, parted by commas, as in the list of names that exports write. */
export const otherWords: Readonly<Record<Noun, Words>> = {
  person: {
    name: "team member, member, colleague, sales owner, mitarbeiter, mitarbeitername, nom, nom complet, nombre, nombre completo, nome",
    firstName: "vorname, prénom, nombre de pila",
    lastName: "nachname, nom de famille, apellido, apellidos, cognome",
    email,
    title: "position title, function, funktion, stellenbezeichnung, fonction, poste, cargo, puesto, ruolo",
    manager:
      "line manager, team lead, reporting manager, vorgesetzter, führungskraft, supérieur, responsable hiérarchique, jefe, superior",
    team: "gruppe, équipe, equipo, squad, department",
    region: "gebiet, région, región, zone",
    startedOn:
      "joining date, eintrittsdatum, eintritt, date d embauche, fecha de alta, fecha de contratación",
    leftOn: "exit date, austrittsdatum, austritt, date de départ, fecha de baja",
  },
  account: {
    id: "kundennummer, kunden nr, client no, customer no, customer number, account no, account number, código de cliente",
    name: `account title, logo, kunde, kundenname, firma, firmenname, unternehmen, konto, compte, client, nom du client, nom du compte, entreprise, société, cuenta, cliente, nombre de la cuenta, nombre del cliente, empresa, azienda, nome account, nome cliente, organisation name`,
    parent:
      "parent account name, parent company name, parent name, mother company, muttergesellschaft, mutterkonzern, konzern, société mère, maison mère, empresa matriz, cuenta principal, società madre",
    owner,
    domain: "web, webseite, homepage, site web, sitio web, página web, sito web",
    industry,
    country,
    city,
    employees:
      "staff, fte, no employees, mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter, effectif, nombre d employés, empleados, número de empleados, dipendenti",
    annualRevenue: "turnover, jahresumsatz, umsatz, chiffre d affaires, facturación anual, fatturato",
    currency,
    createdAt: created,
  },
  contact: {
    name: "contact person, ansprechpartner, kontakt, kontaktname, nom du contact, contacto, nombre del contacto, contatto",
    firstName: "vorname, prénom, nombre de pila",
    lastName: "nachname, nom de famille, apellido, apellidos, cognome",
    email,
    phone,
    title: "role, function, funktion, fonction, poste, cargo, puesto, ruolo",
    account: accountOf,
    owner,
    createdAt: created,
  },
  product: {
    name: "produkt, produktname, artikel, produit, nom du produit, producto, nombre del producto, prodotto",
    code: "article no, article number, item number, artikelnummer, produktcode, référence, código, codice",
    family:
      "product group, produktgruppe, produktfamilie, warengruppe, famille, famille de produits, familia, familia de productos, famiglia",
    listPrice: "listenpreis, preis, prix, prix catalogue, precio, precio de lista, prezzo, prezzo di listino",
    currency,
  },
  opportunity: {
    id: "opportunity no, opportunity nr, deal no, deal nr, opp no, chancen nr, numéro d opportunité, id de oportunidad, id opportunità",
    name:
      "project, project name, deal description, opp, verkaufschance, verkaufschancenname, name der verkaufschance, " +
      "opportunität, geschäft, geschäftsname, projekt, affaire, nom de l affaire, opportunité, nom de l opportunité, " +
      "oportunidad, nombre de la oportunidad, nombre de oportunidad, negocio, nombre del negocio, opportunità, nome opportunità, trattativa",
    account: accountOf,
    owner,
    stage:
      "sales step, step, sales phase, phase, deal phase, current stage, verkaufsphase, verkaufsstufe, stufe, étape, " +
      "étape de vente, phase de vente, etapa, etapa de venta, fase, fase di vendita",
    status: "open closed, won lost, won or lost, opp status, statut",
    pipeline: "sales process, vertriebsprozess, verkaufsprozess, proceso de venta",
    amount:
      "est amount, estimated amount, expected value, expected amount, potential value, opp value, opp amount, tcv, acv, " +
      "contract value, total contract value, annual contract value, deal amount value, total value, betrag, wert, " +
      "volumen, auftragswert, auftragsvolumen, angebotswert, montant, valeur, montant estimé, importe, monto, valor, " +
      "importe estimado, importo, valore",
    currency,
    probability:
      "win percent, win probability percent, percent win, prob, prob percent, chance, win chance, likelihood, " +
      "confidence, probability percent, percent probability, close probability, wahrscheinlichkeit, " +
      "abschlusswahrscheinlichkeit, wahrscheinlichkeit percent, probabilité, probabilité percent, probabilidad, " +
      "probabilidad percent, probabilità, probabilità percent",
    forecastCategory:
      "fcst category, fcst, commit category, prognosekategorie, catégorie de prévision, categoría de pronóstico",
    createdAt: created,
    closeOn:
      "expected close, exp close, est close, est close date, estimated close, target close, target close date, " +
      "planned close, planned close date, forecast close, forecast close date, close by, due to close, closing, " +
      "expected order date, abschluss, abschlussdatum, abschluss am, erwarteter abschluss, voraussichtlicher abschluss, " +
      "geplanter abschluss, schlussdatum, schließdatum, date de clôture, date de fermeture, date de signature, " +
      "clôture, clôture prévue, date de clôture prévue, fecha de cierre, cierre, cierre previsto, fecha prevista de cierre, " +
      "fecha de cierre prevista, data di chiusura, chiusura, chiusura prevista",
    wonAt: "won date time, gewonnen am, gagné le, gagnée le, ganada el, ganado el",
    lostAt: "lost date time, verloren am, perdu le, perdue le, perdida el, perdido el",
    modifiedAt:
      "last update, last updated, updated, updated on, last changed, geändert am, letzte änderung, dernière modification, última modificación",
    product: "produkt, produit, producto, prodotto, solution",
    primaryContact:
      "decision maker, ansprechpartner, kontakt, interlocuteur, contacto, contacto principal, contatto",
    quantity: "menge, anzahl, quantité, cantidad, quantità",
    leadSource:
      "lead origin, herkunft, leadquelle, quelle, origine, source du lead, origen, fuente, origine lead",
    nextStep:
      "next action, to do, nächster schritt, nächste schritte, prochaine étape, prochaine action, próximo paso, siguiente paso, prossimo passo",
    lostReason:
      "why lost, loss cause, verlustgrund, absagegrund, raison de perte, motif de perte, motivo de pérdida, motivo perdita",
  },
  activity: {
    type: "aktivitätstyp, type d activité, tipo de actividad",
    subject: "betreff, objet, asunto, oggetto",
    body: "notizen, notiz, beschreibung, commentaire, notas, descripción",
    opportunity: "opportunity name, deal name, verkaufschance, opportunité, oportunidad",
    contact: "contact name, ansprechpartner, kontakt, contacto",
    account: accountOf,
    person: "rep, sales rep, besitzer, verantwortlich, propriétaire, propietario, done by, logged by",
    status: "statut",
    done: "erledigt, terminé, completada, hecho",
    dueAt: "fällig am, fälligkeitsdatum, date d échéance, échéance, fecha de vencimiento",
  },
};
