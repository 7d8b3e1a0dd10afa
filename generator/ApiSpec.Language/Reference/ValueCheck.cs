using System.Runtime.CompilerServices;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Checks that a JSON body agrees with the reference: types, ranges, lengths, constants, enums, dates, unions, null, and required members. The check of usage
/// examples, the fake and the stub server use it, and the checks in generated clients follow the same rules.
/// </summary>
/// <remarks>
/// The cost grows with the body, not with the number of ways to read it, because each value is compared with a form only once. A work budget limits the cost
/// that a hostile spec can cause. Values that are not checked because the budget is spent count as valid.
/// </remarks>
/// <param name="api">The files of the API.</param>
/// <param name="isRequest">Whether the body is sent; otherwise it is returned.</param>
/// <param name="budget">The limit for the cost of the check.</param>
internal sealed partial class ValueCheck(IApiReference api, bool isRequest, WorkBudget budget)
{
    private readonly TypeResolver _types = new(api);
    private readonly List<Violation> _found = [];
    private readonly Dictionary<(JsonText, ValueForm, RowDeclaration?), bool> _fits = new(new ByReference());
    private ScalarCheck? _scalars;
    private int _limit;

    // The string whose JSON is being checked; null: the body itself. Values inside the string have no position in the body.
    private JsonText? _holder;

    /// <summary>The errata of the section, for bodies that a page prints.</summary>
    public Errata Errata { get; init; } = Errata.None;

    /// <summary>The indexes of the tables, which checks of other bodies can share.</summary>
    public RowIndexes Indexes { get; init; } = new();

    /// <summary>Whether members that the reference does not describe are reported.</summary>
    public bool ReportsUnknownMembers { get; init; }

    /// <summary>The parameters of the request, for conditions that name them; null: they are not known, and such conditions are not checked.</summary>
    public (RequestTables Tables, ParameterValues Values)? Parameters { get; init; }

    /// <summary>Called for each member that has a row, for further checks.</summary>
    public Action<JsonText, RowDeclaration>? MemberFound { get; init; }

    /// <summary>Reads JSON from a string; returns null if the string is not JSON. If not set, such strings are not checked.</summary>
    public Func<string, JsonText?>? ReadEmbedded { get; init; }

    private ScalarCheck Scalars => _scalars ??= new ScalarCheck(api, _types);

    private bool IsDone => _found.Count >= _limit || budget.IsSpent;

    /// <summary>Finds violations of the reference, in the order of the body.</summary>
    /// <param name="body">The documented body with <c>same as</c> resolved: a table or a type.</param>
    /// <param name="json">The body.</param>
    /// <param name="name">The name of the body in messages.</param>
    /// <param name="limit">The maximum number of violations.</param>
    public IReadOnlyList<Violation> Find(BodyDeclaration body, JsonText json, string name, int limit)
    {
        _found.Clear();
        _limit = limit;
        if (body.Kind == BodyKind.Members)
            CheckTable(json, new Place(
                ValuePath.Body,
                name,
                null) { Around = Parameters is { Values: var values } ? new ConditionFrame(values.Json, null, budget) : null }, body.Members, TypeScope.Empty,
                name, null, report: true);
        else if (body.Type is { } type)
            CheckValue(json, new Place(ValuePath.Body, name, null), type, null, TypeScope.Empty, report: true);
        return _found;
    }

    /// <summary>Whether a value has the form. Members that the reference does not describe are ignored.</summary>
    public bool Fits(ValueForm form, JsonText json)
    {
        _found.Clear();
        _limit = 1;
        return Accepts(form, json) && Fits(json, new Place(ValuePath.Body, "the body", null), form);
    }

    private bool CheckValue(JsonText json, Place place, TypeReference type, EquatableArray<RowDeclaration>? rows, TypeScope scope, bool report)
    {
        if (json.StandsForAny || IsDone || !budget.Spend(1))
            return true;
        var steps = _types.Steps;
        var forms = _types.Resolve(type, scope, rows);
        budget.Spend(_types.Steps - steps);
        if (place.Row is { } row && (row.Constant is not null || row.HasNullConstant)
            && MismatchOfConstant(json, row.Constant, forms.Forms is [var only] ? only.Type.AlsoEpoch : null) is { } other)
            return Refuse(ViolationKind.NotTheConstant, json, place, other, type, report, row.Constant);
        if (forms.IsAny || (json.Kind == JsonTextKind.Null && forms.IsNullable)
            || (json.Kind == JsonTextKind.String && json.Scalar is { } text && forms.Substitutes.Contains(text, StringComparer.Ordinal)))
        {
            return true;
        }

        var candidates = forms.Forms.Count == 1 && Accepts(forms.Forms[0], json) ? forms.Forms : forms.Forms.Where(form => Accepts(form, json)).ToList();
        budget.Spend(forms.Forms.Count);
        switch (candidates.Count)
        {
            case 0:
                var expected = string.Join(", or ", forms.Forms.Select(Expected).Distinct(StringComparer.Ordinal));
                return Refuse(ViolationKind.WrongKind, json, place, expected, forms.Forms.Count == 1 ? forms.Forms[0].Type : type, report);
            case 1:
                return report ? CheckForm(json, place, candidates[0], report) : Fits(json, place, candidates[0]);
            default:
                foreach (var candidate in candidates)
                {
                    if (Fits(json, place, candidate))
                        return true;
                }

                return Refuse(ViolationKind.NoAlternative, json, place, "no alternative of the type has this value", type, report);
        }
    }

    // Alternatives can contain each other, so one value can be compared many times. The result is cached.
    private bool Fits(JsonText json, Place place, ValueForm form)
    {
        if (form.Kind is not (TypeKind.Object or TypeKind.Tuple or TypeKind.List or TypeKind.Map))
            return CheckForm(json, place, form, report: false);
        var key = (json, form, place.Row);
        if (!_fits.TryGetValue(key, out var fits))
            _fits.Add(key, fits = CheckForm(json, place, form, report: false));
        return fits;
    }

    private bool CheckForm(JsonText json, Place place, ValueForm form, bool report) => form.Kind switch
    {
        TypeKind.Object when form.Schema is not null || form.Rows is { Count: > 0 }
            => CheckTable(
                json, form.Schema is null ? place : place with { Around = null }, form.Rows!, form.Scope, form.Schema?.Name ?? "'" + place.Name + "'",
                form.Type, report),
        TypeKind.Object or TypeKind.Flag => true,
        TypeKind.Tuple => CheckTuple(json, place, form, report),
        TypeKind.Boolean when form.Type.Words.Count == 0 => true,
        TypeKind.List => CheckList(json, place, form, report),
        TypeKind.Map => CheckMap(json, place, form, report),
        TypeKind.Embedded => CheckEmbedded(json, place, form, report),
        _ => CheckScalar(json, place, form, report),
    };

    // JSON in a string in a string needs twice the backslashes, so it does not nest deeply.
    private bool CheckEmbedded(JsonText json, Place place, ValueForm form, bool report)
    {
        if (ReadEmbedded is null)
            return true;
        budget.Spend(json.Text.Length / 16);
        if (ReadEmbedded(json.Text) is not { } held)
            return Refuse(ViolationKind.WrongValue, json, place, "it is not JSON", form.Type, report);
        var outer = _holder;
        _holder ??= json;
        var fits = CheckValue(held, place with { Row = null }, form.Type.Arguments[0], form.Rows ?? place.Row?.Members, form.Scope, report);
        _holder = outer;
        return fits;
    }

    private bool CheckTable(JsonText json, Place place, EquatableArray<RowDeclaration> rows, TypeScope scope, string owner, TypeReference? type, bool report)
    {
        if (json.Kind != JsonTextKind.Object)
            return json.StandsForAny || Refuse(ViolationKind.WrongKind, json, place, "an object", type, report);
        var index = Indexes.Of(rows);
        var required = index.Required(isRequest);
        if (!budget.Spend(1 + required.Count + ((long)json.Members.Count * index.Cost)))
            return true;

        var fits = true;
        var seen = new Dictionary<int, JsonText>();
        Dictionary<int, string>? spellings = null;
        // Conditions concern requests. A server can leave out any value.
        var frame = isRequest ? new ConditionFrame(
            json, place.Around, budget) { Tables = index.HasConditions ? TablesOf(rows, scope, place.Around) : null, Rows = rows, Scope = scope } : null;
        foreach (var member in json.Members)
        {
            if ((!fits && !report) || IsDone)
                return fits;
            if ((index.Find(member.Name) ?? FindMisprinted(index, member.Name)) is not { } position)
            {
                if (ReportsUnknownMembers && report && !index.IsOpen)
                    Add(new Violation
                    {
                        Kind = ViolationKind.UnknownMember,
                        Value = json,
                        Path = place.Path,
                        Name = place.Name,
                        Member = member.Name,
                        MemberPlace = (member.Start, member.Length),
                        Owner = owner,
                        Rows = rows,
                    });
                continue;
            }

            var row = rows[position];
            seen[position] = member.Value;
            // A client sends one name. A server can send several, and the client then reads the last one.
            if (isRequest && row.Aliases.Count > 0)
                fits &= CheckSpelling(member, place, spellings ??= [], position, report);
            fits &= CheckValue(
                member.Value, new Place(place.Path.Member(member.Name), member.Name, row) { Around = frame }, row.Type, row.Members, scope, report);
            if (report && _holder is null)
                MemberFound?.Invoke(member.Value, row);
        }

        foreach (var position in json.IsElided ? [] : required)
        {
            if (IsDone || seen.ContainsKey(position) || Errata.IsOmitted(rows[position].Name))
                continue;
            fits = false;
            if (report)
                AddMissing(json, place, rows[position], owner);
        }

        return frame?.Tables is null ? fits : CheckConditions(frame, index, seen, place, owner, report) && fits;
    }

    private void AddMissing(JsonText json, Place place, RowDeclaration row, string owner)
        => Add(new Violation
        {
            Kind = ViolationKind.MissingMember,
            Value = json,
            Path = place.Path,
            Name = place.Name,
            Member = row.Name,
            Owner = owner,
        });

    private bool CheckSpelling(JsonMember member, Place place, Dictionary<int, string> spellings, int position, bool report)
    {
        if (!spellings.TryGetValue(position, out var first))
            spellings.Add(position, first = member.Name);
        return string.Equals(first, member.Name, StringComparison.Ordinal) || Refuse(
            ViolationKind.SeveralNames, member.Value, new Place(place.Path.Member(member.Name), member.Name, null),
            "it is there under several names: " + first + ", " + member.Name, null, report);
    }

    // A member with a misprinted name is not missing, and its value has the type of its row.
    private int? FindMisprinted(RowIndex index, string printed) => Errata.CorrectionOf(printed) is { } name ? index.Find(name) : null;

    private bool Refuse(ViolationKind kind, JsonText json, Place place, string reason, TypeReference? type, bool report, string? constant = null)
    {
        if (report)
            Add(new Violation { Kind = kind, Value = json, Path = place.Path, Name = place.Name, Reason = reason, Type = type, Constant = constant });
        return false;
    }

    private void Add(Violation violation)
    {
        if (_found.Count < _limit)
            _found.Add(_holder is null ? violation : violation with { Holder = _holder, MemberPlace = (_holder.Start, _holder.End - _holder.Start) });
    }

    /// <summary>The position of a value: its path, the nearest name for messages, and its own row if it has one.</summary>
    private readonly record struct Place(ValuePath Path, string Name, RowDeclaration? Row)
    {
        /// <summary>The object whose rows include the value, for conditions.</summary>
        public ConditionFrame? Around { get; init; }
    }

    private sealed class ByReference : IEqualityComparer<(JsonText Json, ValueForm Form, RowDeclaration? Row)>
    {
        public bool Equals((JsonText Json, ValueForm Form, RowDeclaration? Row) x, (JsonText Json, ValueForm Form, RowDeclaration? Row) y)
            => ReferenceEquals(x.Json, y.Json) && ReferenceEquals(x.Form, y.Form) && ReferenceEquals(x.Row, y.Row);

        public int GetHashCode((JsonText Json, ValueForm Form, RowDeclaration? Row) key)
            => unchecked((((RuntimeHelpers.GetHashCode(key.Json) * 397) ^ RuntimeHelpers.GetHashCode(key.Form)) * 397)
                ^ RuntimeHelpers.GetHashCode(key.Row));
    }
}
