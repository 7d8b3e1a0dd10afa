using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Creates JSON values from schemas. They are the same on each run: the simplest allowed values, or values from a seed.</summary>
/// <remarks>
/// Constants and documented defaults, the first listed value, 1 for other numbers and identifiers, the member's name for other strings, one fixed
/// moment, empty lists and maps. A link points to the operation that the spec names, with the path values of the request.
/// </remarks>
/// <param name="api">The schemas.</param>
/// <param name="origin">Scheme, host and port of links.</param>
/// <param name="pathValues">The path values of the request.</param>
/// <param name="variation">A number that varies the values; null: the simplest values.</param>
internal partial class SampleValues(StubApi api, Uri origin, IReadOnlyDictionary<string, string> pathValues, SampleVariation? variation = null)
{
    // In Page<Page<...>>, no schema repeats, so it needs a limit.
    private const int MostNames = 64;
    private const int MaximumDepth = 32;

    // Tables that refer to each other several times create samples of any size. After the first limit, optional members are left out; after the second, the
    // rest is null.
    private const int ManyValues = 2_000;
    private const int MostValues = 20_000;

    private readonly TypeResolver _types = new(api);
    private int _values;

    // The schemas around the current value. If a schema contains itself, its repetition is left out.
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    // The position of the current value, which determines its variation.
    private string _path = "";

    protected StubApi Api => api;

    public JsonNode? Of(BodyDeclaration body) => body.Kind switch
    {
        BodyKind.Members => Members(body.Members, TypeScope.Empty),
        BodyKind.Type => Of(body.Type!, Nameless, TypeScope.Empty, null),
        _ => null,
    };

    /// <summary>The value of a row.</summary>
    public JsonNode? Of(RowDeclaration row) => Of(row, TypeScope.Empty);

    /// <summary>The value of a row of a schema.</summary>
    /// <param name="row">The row.</param>
    /// <param name="scope">The types of the type parameters of the schema.</param>
    public JsonNode? Of(RowDeclaration row, TypeScope scope)
        => row.HasNullConstant ? null
            : (row.Constant ?? row.Default) is { } text && OfText(row.Type, text, scope) is { } value ? value
            : Of(row.Type, row, scope, row.Range);

    /// <summary>Returns a body in which members have the values of one section: constants, and links to its operations.</summary>
    public JsonNode? Of(BodyDeclaration body, EquatableArray<MemberValue> printed)
    {
        var sample = Of(body);
        if (sample is not JsonObject members)
            return sample;
        var table = BodyReference.TableOf(api, body);
        foreach (var value in printed)
        {
            if (value.HasNullConstant)
                members[value.Name] = null;
            else if (value.Constant is { } constant)
                members[value.Name] = (table?.Find(value.Name) is { } row ? OfText(row.Type, constant, table.Scope) : null) ?? constant;
            else if (value.Link is { } link && api.FindOperation(link) is { } operation)
                members[value.Name] = new Uri(origin, PathOf(operation)).AbsoluteUri;
        }

        return members;
    }

    /// <summary>The headers of a response. Values that are not allowed in headers are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> OfHeaders(EquatableArray<RowDeclaration> rows)
    {
        foreach (var row in rows.Where(row => !row.IsRest && Includes(row)))
        {
            _path = "header " + row.Name;
            if (Of(row) is JsonValue value && HeaderText(row, value.ToString()) is var text && text.All(static c => c is >= ' ' and <= '~'))
                yield return KeyValuePair.Create(row.Name, text);
        }

        _path = "";
    }

    /// <summary>A value as a header has it.</summary>
    protected string HeaderText(RowDeclaration row, string text) => api.HoldsHttpDate(row) ? HttpDateFields.ToHttpDate(text) : text;

    /// <summary>The path of an operation, with the request's values for its placeholders, and sample values for other placeholders.</summary>
    public string PathOf(StubOperation operation) => string.Concat(operation.Template.Parts.Select(part =>
    {
        if (!part.IsPlaceholder)
            return part.Text;
        if (pathValues.TryGetValue(part.Text, out var value))
            return Uri.EscapeDataString(value);
        var row = operation.PathRows.FirstOrDefault(row => row.Name == part.Text);
        return Uri.EscapeDataString((row is null ? null : Of(row))?.ToString() ?? part.Text);
    }));

    /// <summary>The text of a member that has no constant.</summary>
    protected virtual string Text(RowDeclaration row)
        => SampleText.FromDescription(row.Description)
            ?? (SampleText.IsIdentifier(row.Name) ? Vary(9999, 1).ToString(CultureInfo.InvariantCulture)
                : variation is null ? row.Name
                : $"{row.Name} {Vary(1000, 0)}");

    protected virtual string Url(RowDeclaration row)
        => new Uri(origin, row.Link is { } link && api.FindOperation(link) is { } operation
            ? PathOf(operation)
            : "/" + Uri.EscapeDataString(row.Name)).AbsoluteUri;

    protected virtual long Number(RowDeclaration row) => 1;

    protected virtual bool Includes(RowDeclaration row) => row is { IsWriteOnly: false, IsPattern: false, When: null };

    private JsonObject Members(EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        var members = new JsonObject();
        foreach (var row in rows)
        {
            if (row.IsRest || !Includes(row) || (row.IsOptional && _values > ManyValues))
                continue;
            var outer = _path;
            _path = outer + "/" + row.Name;
            var value = Of(row, scope);
            _path = outer;
            if (value is not null || !row.IsOptional)
                members[row.Name] = value;
        }

        return members;
    }

    // Only the last values can be missing, so a value brings the ones before it along.
    private JsonArray Positions(EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        var members = Members(rows, scope);
        var shown = rows.Where(static row => !row.IsRest).ToList();
        var last = shown.FindLastIndex(row => members.ContainsKey(row.Name));
        return new JsonArray([.. shown.Take(last + 1).Select(row => members.Remove(row.Name, out var value) ? value : Of(row, scope))]);
    }

    /// <summary>A value of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="row">The row that has the value, or a list of it.</param>
    /// <param name="scope">The types of type parameters.</param>
    /// <param name="outer">The range from outside of the type, which replaces its own; null: none.</param>
    private JsonNode? Of(TypeReference type, RowDeclaration row, TypeScope scope, ValueRange? outer)
    {
        if (++_values > MostValues)
            return null;
        var range = outer ?? type.Range;
        return type.Kind switch
        {
            TypeKind.String or TypeKind.Unknown => SampleText.Fit(Text(row), range),
            TypeKind.Url => SampleText.Fit(Url(row), range),
            TypeKind.Boolean when type.Words.Count > 0 => Word(type, Vary(2, 1) == 1),
            TypeKind.Boolean or TypeKind.Flag => Vary(2, 1) == 1,
            TypeKind.Int or TypeKind.Long when type.Values.Count > 0 => SampleNumber.InRange(Listed(type.Values[(int)Vary(type.Values.Count, 0)]), range, true),
            TypeKind.Int or TypeKind.Long => SampleNumber.InRange(variation is null ? Number(row) : VaryIn(range), range, true),
            TypeKind.Double or TypeKind.Decimal => SampleNumber.InRange(variation is null ? Number(row) : VaryIn(range), range, false),
            TypeKind.Date or TypeKind.Time when type.Format is { } form => SampleText.DateTime(form, Vary(86400, 43200)),
            TypeKind.Date => SampleText.Date,
            TypeKind.Time => SampleText.Time(Vary(86400, 43200)),
            TypeKind.DateTime => SampleText.DateTime(type.Format ?? api.DateTimeFormat, Vary(86400, 43200)),
            TypeKind.Epoch => SampleText.Epoch(Vary(86400, 43200)) * (type.Format == MomentForm.Seconds ? 1 : 1000),
            TypeKind.Embedded => Of(type.Arguments[0], row, scope, null)?.ToJsonString() ?? "null",
            TypeKind.Duration => SampleText.Duration(Vary(60, 0) + 1),
            TypeKind.Uuid => variation?.Uuid(_path).ToString() ?? SampleText.Uuid,
            TypeKind.Bytes => SampleText.Bytes(SampleText.Fit(row.Name, range)),
            TypeKind.Enum => type.Values.Count > 0 ? type.Values[(int)Vary(type.Values.Count, 0)].Value : row.Name,
            TypeKind.Object => Members(row.Members, scope),
            TypeKind.Tuple => Positions(row.Members, scope),
            TypeKind.Any => new JsonObject(),
            TypeKind.Map => Map(type, row, scope, range),
            TypeKind.List => List(type, row, scope, range),
            TypeKind.Quoted => Of(type.Arguments[0], row, scope, range)?.ToJsonString(),
            TypeKind.Comma or TypeKind.Pipe or TypeKind.Space => Joined(type, row, scope, range),
            // The range counts how often the parameter is repeated.
            TypeKind.Brackets or TypeKind.Repeat => Of(type.Arguments[0], row, scope, null),
            TypeKind.Nullable => Of(type.Arguments[0], row, scope, range),
            // A schema that contains itself ends with another alternative.
            TypeKind.Union => type.Arguments.Select(alternative => Of(alternative, row, scope, range)).FirstOrDefault(static value => value is not null),
            TypeKind.Named => OfNamed(type, row, scope, range),
            _ => row.Name,
        };
    }

    private JsonNode? OfNamed(TypeReference type, RowDeclaration row, TypeScope scope, ValueRange? range)
    {
        if (scope.Find(type.Name!) is { } argument)
            return Of(argument.Type, row, argument.Scope, range);
        var name = NameOf(type);
        if (_open.Count == MaximumDepth || !_open.Add(name))
            return null;
        try
        {
            if (api.FindAlias(type.Name!) is { } alias)
                return Of(alias, row, TypeScope.Empty, range);
            if (api.FindSchema(type.Name!) is not { } schema)
                return null;
            var inner = TypeScope.Of(schema, type, scope);
            return schema.Type is { } other ? Of(other, row, inner, range)
                : schema.IsTuple ? Positions(schema.Members, inner)
                : Members(schema.Members, inner);
        }
        finally
        {
            _open.Remove(name);
        }
    }

    private long Vary(long count, long simplest) => variation?.Next(_path, count) ?? simplest;

    private long VaryIn(ValueRange? range)
    {
        var minimum = Bound(range?.Minimum) ?? 1;
        var maximum = Bound(range?.Maximum) ?? Math.Max(minimum, 1) + 999;
        return minimum + Vary(Math.Max(1, maximum - minimum + 1), 0);
    }

    // Bounds are limited to a range that is enough for samples, so that calculations with them cannot overflow.
    private static long? Bound(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (long)Math.Clamp(decimal.Ceiling(number), -1_000_000_000, 1_000_000_000)
            : null;

    /// <summary>A Boolean with the printed values of its type.</summary>
    public static JsonNode Word(TypeReference boolean, bool value)
    {
        var word = boolean.Words[value ? 0 : 1];
        return BooleanWords.AreNumbers(boolean.Words, boolean.AreWordsQuoted) ? int.Parse(word, CultureInfo.InvariantCulture) : word;
    }

    // A row has its values as text; the type determines the JSON value.
    private JsonNode? OfText(TypeReference type, string text, TypeScope scope, int steps = 0)
    {
        // Names can refer to each other in a circle.
        if (steps > MostNames)
            return text;
        switch (type.Kind)
        {
            case TypeKind.Boolean when type.Words.Count > 0:
                return BooleanWords.Read(type.Words, text) is { } truth ? Word(type, truth) : null;
            case TypeKind.Boolean or TypeKind.Flag:
                return bool.TryParse(text, out var boolean) ? boolean : null;
            case TypeKind.Int or TypeKind.Long or TypeKind.Epoch:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null;
            case TypeKind.Double or TypeKind.Decimal:
                return SampleNumber.Of(text);
            case TypeKind.Nullable:
                return type.Substitutes.Contains(text, StringComparer.Ordinal) ? text : OfText(type.Arguments[0], text, scope, steps + 1);
            case TypeKind.Union:
                return type.Arguments.Where(alternative => ValueText.Mismatch(alternative, text) is null)
                    .Select(alternative => OfText(alternative, text, scope, steps + 1)).FirstOrDefault(static value => value is not null);
            case TypeKind.Named when scope.Find(type.Name!) is { } argument:
                return OfText(argument.Type, text, argument.Scope, steps + 1);
            case TypeKind.Named when api.FindAlias(type.Name!) is { } alias:
                return OfText(alias, text, TypeScope.Empty, steps + 1);
            case TypeKind.Named when api.FindSchema(type.Name!) is { } schema:
                return schema.Type is { } other ? OfText(other, text, TypeScope.Of(schema, type, scope), steps + 1) : null;
            case TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Tuple:
                return null;
            default:
                return text;
        }
    }

    private static string NameOf(TypeReference type)
        => type.Arguments.Count == 0
            ? type.Name ?? type.Kind.ToString()
            : $"{type.Name ?? type.Kind.ToString()}<{string.Join(',', type.Arguments.Select(NameOf))}>";

    // The build has reported a value that is not a number.
    private static long Listed(EnumValue value)
        => long.TryParse(PrintedNumber.InJson(value.Value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static RowDeclaration Nameless { get; } = new() { Name = "value", Type = new TypeReference { Kind = TypeKind.Any }, Pointer = "" };
}
