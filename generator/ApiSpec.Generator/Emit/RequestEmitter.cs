using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the statements that check the arguments of an operation and create its request.</summary>
internal static class RequestEmitter
{
    public static void WriteChecks(CodeWriter writer, OperationSignature signature, ValueExpressions values, bool followsLink)
    {
        var operation = signature.Operation;
        foreach (var parameter in signature.Parameters(followsLink))
        {
            if (parameter.Value is not { } value)
                continue;
            WriteCheck(writer, value, parameter.Name);
            var field = operation.Parts.FirstOrDefault(part => ReferenceEquals(part.Parameter, value));
            if (value.Type is { Kind: CodeTypeKind.List, IsEmbedded: false } && !parameter.IsOptional && field is not { IsJson: true })
                writer.Write($"{ApiArgument}.NotEmpty({parameter.Name}, {SafeText.Literal(value.WireName)});");
            if (value.Type is { Kind: CodeTypeKind.List, IsEmbedded: false, Element.HasCheck: true }
                || field is { Names: not null, Parameter.Type.Element.HasCheck: true })
                WriteItemCheck(writer, value, parameter.Name);
            // A form leaves out missing values, so without a check the error would not be noticed.
            var isReference = field is { IsJson: true } or { Parameter.Type.Kind: CodeTypeKind.String }
                || value.Type.Kind is CodeTypeKind.File or CodeTypeKind.HqlFields or CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Union
                || (value.Type.IsEmbedded && values.IsReference(value.Type));
            if (isReference && !parameter.IsOptional && !value.Type.IsNullable)
                writer.Write($"{ApiArgument}.NotNull({parameter.Name}, {SafeText.Literal(parameter.Name.TrimStart('@'))});");
        }

        if (operation.Body is not null && followsLink)
            writer.Write($"{ApiArgument}.NotNull(body, nameof(body));");

        if (operation.Query is { } query && signature.TakesQuery(followsLink))
        {
            foreach (var member in query.Members)
            {
                WriteCheck(writer, member, $"query?.{member.Name}");
                if (member.Type is { Kind: CodeTypeKind.List or CodeTypeKind.Map, IsEmbedded: false, Element: { HasCheck: true, IsEmbedded: false } })
                    WriteItemCheck(writer, member, $"query?.{member.Name}");
            }
        }

        GroupRuleEmitter.Write(writer, signature, followsLink);
        // A link already has its parameters.
        if (!followsLink)
            ConditionEmitter.WriteCheck(writer, signature, values);
    }

    /// <summary>Writes the target of the request line.</summary>
    /// <returns>The argument for creating the request.</returns>
    public static string WriteTarget(CodeWriter writer, OperationSignature signature, ValueExpressions values)
    {
        var parts = signature.Operation.Target;
        if (signature.Operation.IsAtAddress)
            return $$"""new {{ApiHref}}({{parts[0].Value!.Name}}, "address")""";
        if (parts.All(static part => part.Kind == TargetPartKind.Literal))
            return SafeText.Literal(string.Concat(parts.Select(static part => part.Text)));

        var start = parts[0].Kind == TargetPartKind.Literal ? parts[0].Text : "";
        var target = signature.Local("target");
        writer.Write($"var {target} = new {RequestTarget}({SafeText.Literal(start)});");
        WriteParts(writer, target, parts.Skip(start.Length == 0 ? 0 : 1).Where(static part => !part.InQuery), values, "");
        var optional = parts.Where(static part => part.InQuery).ToList();
        if (optional.Count > 0)
        {
            writer.Open("if (query is not null)");
            WriteParts(writer, target, optional, values, "query.");
            writer.Close();
            writer.Write();
        }

        return $"ref {target}";
    }

    /// <summary>Writes nothing, because the link is the whole target. The connection checks it.</summary>
    /// <returns>The expression of the link.</returns>
    public static string WriteLinkTarget(CodeWriter writer, GeneratedOperation operation)
        => $"new {ApiHref}(body.{operation.Link!.Property}, {SafeText.Literal(operation.Link.WireName)})";

    public static void WriteHeaders(CodeWriter writer, string request, GeneratedOperation operation, ValueExpressions values)
    {
        // The names of the program come last, so that none of them replaces a header of the specs.
        foreach (var header in operation.Headers.OrderBy(static header => header.Names is not null))
        {
            if (header is { Names: { } names, Value: { } map })
            {
                var parts = $"{SafeText.Literal(names.Prefix)}, {SafeText.Literal(names.Suffix)}";
                writer.Write($"{HeaderMap}.Set({request}, {parts}, query?.{map.Name}, {values.HeaderItemText(map)});");
                continue;
            }

            var value = header.Constant is not null ? SafeText.Literal(header.Constant) : ValueOf(header, values);
            writer.Write($"{request}.SetHeader({SafeText.Literal(header.WireName)}, {value});");
        }
    }

    public static void WriteBody(CodeWriter writer, string request, GeneratedOperation operation, ValueExpressions values)
    {
        if (operation.Body is { } body)
        {
            if (operation.BodyMediaType is { } type)
            {
                writer.Write($"{request}.SetFile(body, {SafeText.Literal(type)});");
                return;
            }

            var contract = values.Contract(body with { XmlShape = null }).Expression;
            var mediaType = operation.JsonMediaType is { } json ? $", {SafeText.Literal(json)}" : "";
            writer.Write($"{request}.{(body.XmlShape is null ? "SetJson" : "SetXml")}({contract}, body{mediaType});");
        }
        else if (operation.Parts.Count > 0)
        {
            var rest = operation.Parts.FirstOrDefault(static part => part.IsRest);
            var arguments = operation.Parts.Where(static part => !part.IsRest).Select(part => Part(part, values));
            if (rest is not null)
                arguments = arguments.Prepend($"{ApiFormPart}.With({rest.Parameter.Name}");
            var usual = BodyFormats.MediaTypeOf(operation.IsUrlEncodedForm ? BodyFormat.Form : BodyFormat.Multipart);
            if (operation.BodyMediaType is { } printed && printed != usual)
                arguments = arguments.Prepend(SafeText.Literal(printed));
            writer.Write($$"""
                {{request}}.{{(operation.IsUrlEncodedForm ? "SetUrlEncodedForm" : "SetMultipart")}}(
                    {{string.Join(",\n    ", arguments)}}{{(rest is null ? "" : ")")}});
                """);
        }
    }

    private static string Part(FormField part, ValueExpressions values)
    {
        var name = SafeText.Literal(part.RepeatedName ?? part.Parameter.WireName);
        if (part.RepeatedName is not null)
            return $"{ApiFormPart}.Repeat({name}, {Items(part.Parameter, values)})";
        if (part.Names is { } names)
            return $"{ApiFormPart}.Named({SafeText.Literal(names.Prefix)}, {SafeText.Literal(names.Suffix)}, {Items(part.Parameter, values)})";
        return part.IsJson
            ? $"{ApiFormPart}.OfJson({name}, {values.Contract(part.Parameter.Type with { IsNullable = false }).Expression}, {part.Parameter.Name})"
            : $"new {ApiFormPart}({name}, {PartValue(part, values)})";
    }

    // A list or a map, and how its values are written. Files are sent as they are.
    private static string Items(OperationParameter parameter, ValueExpressions values)
        => parameter.Name + (parameter.Type.Element!.Kind == CodeTypeKind.File ? "" : ", " + values.ItemText(parameter.Type, parameter.WireName));

    private static string PartValue(FormField part, ValueExpressions values)
        => part.Constant is { } constant ? SafeText.Literal(constant)
            : part.Parameter.Type.Kind == CodeTypeKind.File ? part.Parameter.Name
            : TextOf(part.Parameter, part.Parameter.Name, part.IsOptional, values);

    private static string ValueOf(SentHeader header, ValueExpressions values)
        => TextOf(header.Value!, header.InQuery ? $"query?.{header.Value!.Name}" : header.Value!.Name, header.InQuery, values);

    private static string TextOf(OperationParameter parameter, string value, bool isOptional, ValueExpressions values)
        => parameter.Type is { Kind: CodeTypeKind.List, IsEmbedded: false }
            ? Joined(parameter, SafeText.Literal(parameter.WireName), value, values.ItemText(parameter.Type, parameter.WireName))
            : values.SentText(parameter, value, isOptional);

    private static string Joined(OperationParameter parameter, string name, string value, string itemText)
        => $"{TextList}.Join({name}, {value}, {itemText}{Enclosure(parameter)})";

    private static string Enclosure(OperationParameter parameter)
        => parameter.Enclosure is { } enclosure ? $", {SafeText.Literal(enclosure.Separator)}, {SafeText.Literal(enclosure.Characters)}" : "";

    private static void WriteParts(CodeWriter writer, string target, IEnumerable<TargetPart> parts, ValueExpressions values, string prefix)
    {
        foreach (var part in parts)
            writer.Write(Statement(part, target, values, prefix));
    }

    private static string Statement(TargetPart part, string target, ValueExpressions values, string prefix)
    {
        var name = SafeText.Literal(part.Text);
        if (part.Value is not { } parameter)
        {
            return part.Kind == TargetPartKind.QueryConstant
                ? $"{target}.AppendQuery({name}, {SafeText.Literal(part.Constant)});"
                : $"{target}.AppendLiteral({name});";
        }

        var value = prefix + parameter.Name;
        var isNumber = parameter.Type is { Kind: CodeTypeKind.Int32 or CodeTypeKind.Int64, Name: null, IsEmbedded: false, Substitutes.Count: 0 };
        var isWhole = isNumber || part.Kind == TargetPartKind.QueryMap || parameter.Type is { Kind: CodeTypeKind.List or CodeTypeKind.Map, IsEmbedded: false };
        var text = isWhole ? value : values.SentText(parameter, value, part.InQuery);
        var itemText = parameter.Type is { IsCollection: true, IsEmbedded: false } ? values.ItemText(parameter.Type, parameter.WireName) : "";
        return part.Kind switch
        {
            TargetPartKind.PathValue when parameter.Enclosure is { Separator: not "," }
                => $"{target}.AppendPath({Joined(parameter, name, value, itemText)}!, {name});",
            TargetPartKind.PathValue when parameter.Type.Kind == CodeTypeKind.List
                => $"{target}.AppendPathList({Joined(parameter, name, value, itemText)}, {name});",
            TargetPartKind.PathValue when isNumber => $"{target}.AppendPath({value});",
            TargetPartKind.PathValue => $"{target}.AppendPath({text}, {name}{(part.AllowsSlashes ? ", slashes: true" : "")});",
            TargetPartKind.QueryMap when part.IsFlag => $"{QueryMap}.Append(ref {target}, {name}, {SafeText.Literal(part.Suffix)}, {value});",
            TargetPartKind.QueryMap => $"{QueryMap}.Append(ref {target}, {name}, {SafeText.Literal(part.Suffix)}, {value}, {itemText});",
            TargetPartKind.QueryFlag => $"{target}.AppendFlag({name}, {value});",
            TargetPartKind.QueryList when parameter.Enclosure is not null
                => $"{QueryList}.Append(ref {target}, {name}{Enclosure(parameter)}, {value}, {itemText});",
            TargetPartKind.QueryList => $"{QueryList}.Append(ref {target}, {name}, {SafeText.Literal(part.Separator)}, {value}, {itemText});",
            _ => $"{target}.AppendQuery({name}, {text});",
        };
    }

    private static void WriteItemCheck(CodeWriter writer, OperationParameter parameter, string value)
    {
        var item = new CodeWriter();
        var element = parameter.Type.Element!;
        WriteCheck(item, parameter with { Type = element, Minimum = element.Minimum, Maximum = element.Maximum, Ranges = element.Ranges }, "item");
        writer.Write($"{ApiArgument}.Each({value}, static item => {item.Finish().TrimEnd('\n', ';')});");
    }

    private static void WriteCheck(CodeWriter writer, OperationParameter parameter, string value)
    {
        if (parameter.Type is { Kind: CodeTypeKind.OpenEnum, Element: { HasRange: true } number })
        {
            WriteCheck(
                writer, parameter with { Type = number, Minimum = number.Minimum, Maximum = number.Maximum, Ranges = number.Ranges },
                RequestCheckEmitter.NumberIn(parameter.Type, value));
            return;
        }

        if (parameter is { Minimum: null, Maximum: null, Ranges.Count: 0 })
            return;
        var name = SafeText.Literal(parameter.WireName);
        var (minimum, maximum) = (parameter.Minimum, parameter.Maximum);

        // The message about a number shows the number, unless it is secret.
        var secrecy = parameter.IsSecret ? ", isSecret: true" : "";
        var rule = $"{BoundText.IsWithin(parameter.Type.Kind, parameter.Ranges, value)}, {SafeText.Literal(CodeRange.Describe(parameter.Ranges))}, {name}";
        var check = parameter.Type.Kind switch
        {
            CodeTypeKind.String when parameter.Ranges.Count > 0 => $"Lengths({value}, {rule});",
            CodeTypeKind.List or CodeTypeKind.Csv or CodeTypeKind.Map when parameter.Ranges.Count > 0 => $"Counts({value}?.Count, {rule});",
            CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Decimal or CodeTypeKind.Double when parameter.Ranges.Count > 0
                => $"Ranges({value}, {rule}{secrecy});",
            CodeTypeKind.String => $"Length({value}, {BoundText.Counts(minimum, maximum)}, {name});",
            CodeTypeKind.List or CodeTypeKind.Csv or CodeTypeKind.Map => $"Count({value}?.Count, {BoundText.Counts(minimum, maximum)}, {name});",
            CodeTypeKind.Int32 or CodeTypeKind.Int64
                => $"Range({ValueExpressions.InRange(parameter.Type, value)}, {BoundText.Wholes(minimum, maximum)}, {name}{secrecy});",
            CodeTypeKind.Decimal => $"Range({value}, {BoundText.Numbers(minimum, maximum, "M")}, {name}{secrecy});",
            CodeTypeKind.Double => $"Range({value}, {BoundText.Numbers(minimum, maximum, "D")}, {name}{secrecy});",
            _ => null,
        };
        if (check is not null)
            writer.Write($"{ApiArgument}.{check}");
    }
}
