using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Rows;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>The expressions that read, write and format values of a type.</summary>
internal sealed class ValueExpressions(TypeText types)
{
    /// <summary>Reads the current value of <c>reader</c>.</summary>
    public string Read(CodeType type, ContractFields contracts)
    {
        if (type.Substitutes.Count > 0)
            return $"{contracts.Use(type)}.Read(ref reader)";
        var value = types.Kind(type) switch
        {
            _ when HasForm(type) => $"{contracts.Use(type with { IsNullable = false })}.Read(ref reader)",
            CodeTypeKind.Record or CodeTypeKind.OpenEnum or CodeTypeKind.Union => $"{type.Name}.Json.Read(ref reader)",
            CodeTypeKind.Csv => $"{contracts.Use(type with { IsNullable = false })}.Read(ref reader)",
            CodeTypeKind.List => $"{JsonRead}.List(ref reader, {contracts.Use(type.Element!)})",
            CodeTypeKind.Map => $"{JsonRead}.Map(ref reader, {contracts.Use(type.Element!)})",
            CodeTypeKind.DateTime when type.Format is not null => $"{JsonRead}.DateTimeOffset(ref reader, {SafeText.Literal(type.Format)})",
            var kind => $"{OfSum(type)}{JsonRead}.{ScalarName(kind)}(ref reader)",
        };
        if (!type.IsNullable)
            return value;
        // Without a type, null would become an array of bytes, and then empty memory.
        var none = types.Kind(type) == CodeTypeKind.Bytes && !HasForm(type) ? $"default({types.Of(type)})" : "null";
        return $"{JsonRead}.IsNull(ref reader) ? {none} : {value}";
    }

    /// <summary>Writes a value that is not null as a member, by its position.</summary>
    public string Write(CodeType type, string member, string value, ContractFields contracts) => types.Kind(type) switch
    {
        _ when HasForm(type) => $"json.Value({member}, {contracts.Use(type with { IsNullable = false, Substitutes = [] })}, {value});",
        CodeTypeKind.Csv => $"json.Value({member}, {contracts.Use(type with { IsNullable = false, Substitutes = [] })}, {value});",
        CodeTypeKind.Record or CodeTypeKind.OpenEnum or CodeTypeKind.Union => $"json.Value({member}, {type.Name}.Json, {value});",
        CodeTypeKind.List => $"json.List({member}, {contracts.Use(type.Element!)}, {value});",
        CodeTypeKind.Map => $"json.Map({member}, {contracts.Use(type.Element!)}, {value});",
        CodeTypeKind.DateTime when type.Format is not null => $"json.DateTimeOffset({member}, {value}, {SafeText.Literal(type.Format)});",
        var kind => $"json.{ScalarName(kind)}({member}, {ToNumber(type)}{value});",
    };

    // A sum of flags is an enum in C#, and a number everywhere else.
    private static string OfSum(CodeType type) => IsSum(type) ? $"({type.Name})" : "";

    // Without parentheses, the minus of a negative number would subtract it from the type.
    private static string OfSum(CodeType type, string number) => IsSum(type) ? $"{OfSum(type)}({number})" : number;

    private static string ToNumber(CodeType type) => IsSum(type) ? type.Kind == CodeTypeKind.Int64 ? "(long)" : "(int)" : "";

    private static bool IsSum(CodeType type) => type is { Kind: CodeTypeKind.Int32 or CodeTypeKind.Int64, Name: not null };

    /// <summary>The number that a sum of flags is for the server; any other type itself.</summary>
    public static CodeType NumberOf(CodeType type) => IsSum(type) ? type with { Name = null } : type;

    /// <summary>A value that can be null, as an argument of a check.</summary>
    public static string InRange(CodeType type, string value) => IsSum(type) ? $"(long?){value}" : value;

    /// <summary>Writes null as a member: as the printed substitute, if there is one.</summary>
    public static string WriteNull(CodeType type, string member)
        => type.Substitutes.Count > 0 ? $"json.String({member}, {SafeText.Literal(type.Substitutes[0])});" : $"json.Null({member});";

    // Whether only a contract can read and write the value.
    private bool HasForm(CodeType type)
        => type.IsQuoted || type.IsEmbedded || type.Words.Count > 0 || (type.Format is not null && types.Kind(type) is CodeTypeKind.Date or CodeTypeKind.Time);

    /// <summary>The contract of a type, and whether the expression creates it.</summary>
    public (string Expression, bool IsMade) Contract(CodeType type)
        => type.XmlShape is { } shape ? ($"{ApiXml}.Of({JsonContract(type).Expression}, {SafeText.Literal(shape)})", true) : JsonContract(type);

    private (string Expression, bool IsMade) JsonContract(CodeType type)
    {
        var bare = type with { IsNullable = false, Substitutes = [], Minimum = null, Maximum = null, Ranges = [] };
        var (contract, isMade) = types.Kind(type) switch
        {
            _ when type.IsEmbedded
                => ($"{ApiJson}.Embedded<{types.OfNonNull(type)}>(static () => {Contract(bare with { IsEmbedded = false }).Expression})", true),
            _ when type.IsQuoted => ($"{ApiJson}.Quoted({Contract(bare with { IsQuoted = false }).Expression})", true),
            CodeTypeKind.Boolean when type.Words.Count > 0
                => ($"{ApiJson}.BooleanAs({WordsOf(type)}{(type.AreWordsNumbers ? ", areNumbers: true" : "")})", true),
            CodeTypeKind.Date or CodeTypeKind.Time when type.Format is not null
                => ($"{ApiJson}.Formatted{ScalarName(type.Kind)}({SafeText.Literal(type.Format)})", true),
            CodeTypeKind.Record or CodeTypeKind.OpenEnum or CodeTypeKind.Union => ($"{type.Name}.Json", false),
            CodeTypeKind.Csv => ($"{ApiJson}.Csv<{types.Of(type.Element!)}>({CsvFunctions(type.Element!)})", true),
            CodeTypeKind.List => ($"{ApiJson}.List<{types.Of(type.Element!)}>(static () => {Contract(type.Element!).Expression})", true),
            CodeTypeKind.Map => ($"{ApiJson}.Map<{types.Of(type.Element!)}>(static () => {Contract(type.Element!).Expression})", true),
            CodeTypeKind.DateTime when type.Format is not null => ($"{ApiJson}.FormattedDateTimeOffset({SafeText.Literal(type.Format)})", true),
            var kind when IsSum(type) => ($"{ApiJson}.Sum<{type.Name}, {types.OfNonNull(type with { Name = null })}>({ApiJson}.{ScalarName(kind)}, "
                + $"static number => {OfSum(type)}number, static value => {ToNumber(type)}value)", true),
            var kind => ($"{ApiJson}.{ScalarName(kind)}", false),
        };
        if (type is { Kind: CodeTypeKind.Csv, Element: { HasCheck: true } item })
            (contract, isMade) = (Checked(type, contract, $"{ApiArgument}.Each(value, static item => {ValueCheck(item, "item")})"), true);
        if (type is { HasRange: false, HasCheck: true })
            (contract, isMade) = (Checked(type, contract, ValueCheck(type, "value")), true);
        if (type.HasRange)
            (contract, isMade) = (
                Checked(type, contract, RangeCheck(type, "value"), $", {SafeText.Literal(type.Minimum)}, {SafeText.Literal(type.Maximum)}"), true);
        if (!type.IsNullable)
            return (contract, isMade);

        var nullable = types.IsValueType(type) ? ".NullableValue<" : ".NullableReference<";
        var substitutes = string.Concat(type.Substitutes.Select(static text => $", {SafeText.Literal(text)}"));
        return ($"{ApiJson}{nullable}{types.OfNonNull(type)}>(static () => {contract}{substitutes})", true);
    }

    private string Checked(CodeType type, string contract, string check, string limits = "")
        => $"{ApiJson}.Checked<{types.OfNonNull(type)}>(static () => {contract}, static value => {check}{limits})";

    // A type does not know whether its row is secret, so no message shows the value.
    private const string Unshown = ", isSecret: true)";

    private static string ValueCheck(CodeType type, string value)
        => type is { Kind: CodeTypeKind.OpenEnum, Element: { } number } ? RangeCheck(number, value + ".Number") : RangeCheck(type, value);

    private static string RangeCheck(CodeType type, string value) => $"{JsonCheck}." + type.Kind switch
    {
        var kind when type.Ranges.Count > 0 => RangesCheck(kind, type.Ranges, SafeText.Literal(""), value, Unshown.TrimEnd(')')) + ")",
        CodeTypeKind.String => $$"""Length("", {{value}}, {{BoundText.Counts(type.Minimum, type.Maximum)}})""",
        CodeTypeKind.Int32 or CodeTypeKind.Int64 => $$"""Range("", {{InRange(type, value)}}, {{BoundText.Wholes(type.Minimum, type.Maximum)}}{{Unshown}}""",
        CodeTypeKind.Decimal => $$"""Range("", {{value}}, {{BoundText.Numbers(type.Minimum, type.Maximum, "M")}}{{Unshown}}""",
        CodeTypeKind.Double => $$"""Range("", {{value}}, {{BoundText.Numbers(type.Minimum, type.Maximum, "D")}}{{Unshown}}""",
        _ => $$"""Count("", {{value}}?.Count, {{BoundText.Counts(type.Minimum, type.Maximum)}})""",
    };

    /// <summary>The call of <c>JsonCheck</c> for several ranges, up to its closing parenthesis.</summary>
    public static string RangesCheck(CodeTypeKind kind, EquatableArray<CodeRange> ranges, string name, string value, string secrecy)
    {
        var rule = $"{BoundText.IsWithin(kind, ranges, value)}, {SafeText.Literal(CodeRange.Describe(ranges))}";
        return kind switch
        {
            CodeTypeKind.String => $"Lengths({name}, {value}, {rule}",
            CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Decimal or CodeTypeKind.Double => $"Ranges({name}, {value}, {rule}{secrecy}",
            _ => $"Counts({name}, {value}?.Count, {rule}",
        };
    }

    private static string WordsOf(CodeType type) => $"{SafeText.Literal(type.Words[0])}, {SafeText.Literal(type.Words[1])}";

    /// <summary>The expression of a value in a path, query or header; null for null.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The expression of the value.</param>
    /// <param name="isNullable">Whether it can be null.</param>
    /// <param name="name">The parameter, for messages; null: the value is an item of a list in a string.</param>
    public string Text(CodeType type, string value, bool isNullable, string? name) => types.Kind(type) switch
    {
        _ when type.IsEmbedded && name is not null => Json(type, value, name, isHeader: false),
        CodeTypeKind.Boolean when type.Words.Count > 0 => $"{TextValue}.ToText({value}, {WordsOf(type)})",
        CodeTypeKind.Date or CodeTypeKind.Time when type.Format is not null => $"{TextValue}.ToText({value}, {SafeText.Literal(type.Format)})",
        CodeTypeKind.String => value,
        CodeTypeKind.OpenEnum when name is not null => $"{TextValue}.OfEnum<{types.OfNonNull(type)}>({value}, {SafeText.Literal(name)})",
        CodeTypeKind.OpenEnum or CodeTypeKind.HqlFilter or CodeTypeKind.HqlSort or CodeTypeKind.HqlFields => $"{value}{(isNullable ? "?" : "")}.ToString()",
        CodeTypeKind.DateTime when type.Format is not null => $"{TextValue}.ToText({value}, {SafeText.Literal(type.Format)})",
        _ when IsSum(type) => $"{TextValue}.ToText({(type.Kind == CodeTypeKind.Int64 ? "(long?)" : "(int?)")}{value})",
        _ => $"{TextValue}.ToText({value})",
    };

    /// <summary>The expression of a parameter as sent. For a required parameter, null means its substitute; for an optional one, null means that it is not
    /// sent.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The expression of its value.</param>
    /// <param name="isOptional">Whether it can be left out.</param>
    public string SentText(OperationParameter parameter, string value, bool isOptional)
        => (parameter.Type.IsEmbedded
                ? Json(parameter.Type, value, parameter.WireName, parameter.IsHeader)
                : Text(parameter.Type, value, isOptional || parameter.Type.IsNullable, parameter.WireName))
            + (parameter.Type.Substitutes.Count > 0 && !isOptional ? $" ?? {SafeText.Literal(parameter.Type.Substitutes[0])}" : "");

    /// <summary>Whether null is a value of the C# type.</summary>
    public bool IsReference(CodeType type) => !types.IsValueType(type);

    /// <summary>The contract of the JSON in a string.</summary>
    public string JsonInside(CodeType type) => Contract(type with { IsNullable = false, IsEmbedded = false, Substitutes = [] }).Expression;

    private string Json(CodeType type, string value, string name, bool isHeader)
        => $"{TextValue}.OfJson({JsonInside(type)}, {value}, {SafeText.Literal(name)}, isHeader: {(isHeader ? "true" : "false")})";

    /// <summary>A function that writes an item of a list as text.</summary>
    /// <param name="list">The type of the list.</param>
    /// <param name="name">The parameter, for messages.</param>
    public string ItemText(CodeType list, string name) => $"static item => {Text(list.Element!, "item", list.Element!.IsNullable, name)}";

    /// <summary>A function that writes a value of headers whose names the program completes.</summary>
    /// <param name="map">The parameter with the values by name.</param>
    public string HeaderItemText(OperationParameter map) => $"static item => {SentText(map with { Type = map.Type.Element! }, "item", isOptional: false)}";

    /// <summary>A documented constant as a C# expression; null when the type has none.</summary>
    public string? Constant(CodeType type, string text)
    {
        var number = NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite;
        return types.Kind(type) switch
        {
            CodeTypeKind.String => SafeText.Literal(text),
            CodeTypeKind.OpenEnum => $"new {type.Name}({SafeText.Literal(text)})",
            CodeTypeKind.Boolean when type.Words.Count > 0 => BooleanWords.Read(type.Words, text) switch { true => "true", false => "false", _ => null },
            CodeTypeKind.Boolean when text is "true" or "false" => text,
            CodeTypeKind.Int32 when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                => OfSum(type, value.ToString(CultureInfo.InvariantCulture)),
            CodeTypeKind.Int64 when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                => OfSum(type, value.ToString(CultureInfo.InvariantCulture) + "L"),
            CodeTypeKind.Decimal when decimal.TryParse(text, number, CultureInfo.InvariantCulture, out var value)
                => $"{value.ToString(CultureInfo.InvariantCulture)}M",
            CodeTypeKind.Double when TryParseFinite(text, number, out var value) => $"{value.ToString("R", CultureInfo.InvariantCulture)}D",
            _ => null,
        };
    }

    /// <summary>
    /// A documented value of a type without literals in C#, parsed when the program starts. Null if the runtime library cannot read its form.
    /// </summary>
    public string? Parse(CodeType type, string text)
        => types.Kind(type) switch
        {
            CodeTypeKind.Date or CodeTypeKind.Time when type.Format is { } form => MomentForm.Fits(text, form),
            CodeTypeKind.Time => ConstantText.IsTime(text),
            CodeTypeKind.DateTime => ConstantText.IsDateTime(text, type.Format),
            _ => true,
        }
            ? $"{HeaderValue}.{ScalarName(types.Kind(type))}({SafeText.Literal(text)}{FormatOf(type)})"
            : null;

    private string FormatOf(CodeType type)
        => types.Kind(type) is CodeTypeKind.DateTime or CodeTypeKind.Date or CodeTypeKind.Time && type.Format is { } format
            ? $", {SafeText.Literal(format)}"
            : "";

    /// <summary>A function that reads a single value from its text in a header or a list.</summary>
    public string TextReader(CodeType type)
    {
        var method = $"{HeaderValue}.{ScalarName(types.Kind(type))}";
        var read = ReadText(type);
        return read == method + "(text)" ? method : $"static text => {read}";
    }

    /// <summary>A function that reads a value from the text of a header; null for a string in place of a value.</summary>
    public string HeaderReader(CodeType type)
    {
        if (!type.IsEmbedded && type.Substitutes.Count == 0)
            return TextReader(type);
        var read = type.IsEmbedded ? $"{JsonInside(type)}.Parse(text)" : ReadText(type);
        if (type.Substitutes.Count == 0)
            return $"static text => {read}";
        var isSubstitute = string.Join(" || ", type.Substitutes.Select(static text => $"text.Trim() == {SafeText.Literal(text)}"));
        return $"static text => {isSubstitute} ? default({types.Of(type with { IsNullable = true })}) : {read}";
    }

    private string ReadText(CodeType type) => types.Kind(type) switch
    {
        CodeTypeKind.OpenEnum => $"new {type.Name}(text)",
        CodeTypeKind.Boolean when type.Words.Count > 0 => $"{HeaderValue}.Boolean(text, {WordsOf(type)})",
        CodeTypeKind.DateTime or CodeTypeKind.Date or CodeTypeKind.Time when type.Format is not null
            => $"{HeaderValue}.{ScalarName(types.Kind(type))}(text, {SafeText.Literal(type.Format)})",
        var kind => $"{OfSum(type)}{HeaderValue}.{ScalarName(kind)}(text)",
    };

    private string CsvFunctions(CodeType element)
    {
        var isNumber = element.Element is null ? "" : "item.Number is not null || ";
        var isListed = types.Kind(element) == CodeTypeKind.OpenEnum
            ? $", static item => {isNumber}item.ToKnown() != {types.Of(element)}.Known.Unlisted"
            : "";
        return $"{TextReader(element)}, static item => {Text(element, "item", isNullable: false, name: null)}{isListed}";
    }

    private static bool TryParseFinite(string text, NumberStyles style, out double value)
        => double.TryParse(text, style, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value) && !double.IsInfinity(value);

    private static string ScalarName(CodeTypeKind kind) => kind switch
    {
        CodeTypeKind.DateTime => "DateTimeOffset",
        CodeTypeKind.Duration => "TimeSpan",
        CodeTypeKind.Uuid => "Guid",
        _ => kind.ToString(),
    };
}

/// <summary>The contracts that a generated type creates once and keeps in static fields.</summary>
internal sealed class ContractFields(TypeText types, ValueExpressions values)
{
    private readonly List<(string Expression, string TypeName)> _made = [];

    /// <summary>The expression to use for the contract of a type.</summary>
    public string Use(CodeType type)
    {
        var (expression, isMade) = values.Contract(type);
        if (!isMade)
            return expression;
        var index = _made.FindIndex(made => made.Expression == expression);
        if (index < 0)
        {
            index = _made.Count;
            _made.Add((expression, types.Of(type)));
        }

        return Name(index);
    }

    /// <summary>The field with the contract of a type; null: there is none.</summary>
    public string? Find(CodeType type)
    {
        var expression = values.Contract(type).Expression;
        var index = _made.FindIndex(made => made.Expression == expression);
        return index < 0 ? null : Name(index);
    }

    public void Write(CodeWriter writer)
    {
        for (var i = 0; i < _made.Count; i++)
            writer.Write($"private static readonly {ApiJson}<{_made[i].TypeName}> {Name(i)} = {_made[i].Expression};");
    }

    private static string Name(int index) => $"Contract{(index + 1).ToString(CultureInfo.InvariantCulture)}";
}
