using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the statements that check an operation's arguments and make its request of them.</summary>
internal static class RequestEmitter
{
    private const string TextList = "global::ApiSpec.Generated.TextList";
    private const string FormPart = "global::ApiSpec.Generated.ApiFormPart";
    private const string ApiArgument = "global::ApiSpec.Generated.ApiArgument";

    public static void WriteChecks(CodeWriter writer, OperationSignature signature, ValueExpressions values, bool followsLink)
    {
        var operation = signature.Operation;
        foreach (var parameter in signature.Parameters(followsLink))
        {
            if (parameter.Value is not { } value)
                continue;
            WriteCheck(writer, value, parameter.Name);
            var field = operation.Parts.FirstOrDefault(part => ReferenceEquals(part.Parameter, value));
            if (value.Type.Kind == CodeTypeKind.List && !parameter.IsOptional && field is not { IsJson: true })
                writer.Write(ApiArgument + ".NotEmpty(" + parameter.Name + ", " + SafeText.Literal(value.WireName) + ");");
            if (value.Type is { Kind: CodeTypeKind.List, Element.HasRange: true })
                WriteItemCheck(writer, value, parameter.Name);
            // What a form lacks is left out of it, so that nobody would notice.
            var isReference = field is { IsJson: true } or { Parameter.Type.Kind: CodeTypeKind.String }
                || value.Type.Kind is CodeTypeKind.File or CodeTypeKind.HqlFields or CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Union;
            if (isReference && !parameter.IsOptional && !value.Type.IsNullable)
                writer.Write(ApiArgument + ".NotNull(" + parameter.Name + ", " + SafeText.Literal(parameter.Name.TrimStart('@')) + ");");
        }

        if (operation.Body is not null && followsLink)
            writer.Write(ApiArgument + ".NotNull(body, nameof(body));");

        if (operation.Query is { } query && signature.TakesQuery(followsLink))
        {
            foreach (var member in query.Members)
            {
                WriteCheck(writer, member, "query?." + member.Name);
                if (member.Type is { Kind: CodeTypeKind.List or CodeTypeKind.Map, Element.HasRange: true })
                    WriteItemCheck(writer, member, "query?." + member.Name);
            }
        }

        GroupRuleEmitter.Write(writer, signature, followsLink);
        // The address that a link holds has its own parameters.
        if (!followsLink)
            ConditionEmitter.WriteCheck(writer, signature, values);
    }

    /// <summary>Writes the target of the request line.</summary>
    /// <returns>The argument that a request is made of.</returns>
    public static string WriteTarget(CodeWriter writer, OperationSignature signature, ValueExpressions values)
    {
        var parts = signature.Operation.Target;
        if (signature.Operation.IsAtAddress)
            return "new global::ApiSpec.Generated.ApiHref(" + parts[0].Value!.Name + ", \"address\")";
        if (parts.All(static part => part.Kind == TargetPartKind.Literal))
            return SafeText.Literal(string.Concat(parts.Select(static part => part.Text)));

        var start = parts[0].Kind == TargetPartKind.Literal ? parts[0].Text : "";
        var target = signature.Local("target");
        writer.Write("var " + target + " = new global::ApiSpec.Generated.RequestTarget(" + SafeText.Literal(start) + ");");
        WriteParts(writer, target, parts.Skip(start.Length == 0 ? 0 : 1).Where(static part => !part.InQuery), values, "");
        var optional = parts.Where(static part => part.InQuery).ToList();
        if (optional.Count > 0)
        {
            writer.Open("if (query is not null)");
            WriteParts(writer, target, optional, values, "query.");
            writer.Close();
            writer.Write();
        }

        return "ref " + target;
    }

    /// <summary>Writes nothing: a link is the whole target, once the connection has looked at it.</summary>
    /// <returns>The expression of the link.</returns>
    public static string WriteLinkTarget(CodeWriter writer, GeneratedOperation operation)
        => "new global::ApiSpec.Generated.ApiHref(body." + operation.Link!.Property + ", " + SafeText.Literal(operation.Link.WireName) + ")";

    public static void WriteHeaders(CodeWriter writer, string request, GeneratedOperation operation, ValueExpressions values)
    {
        foreach (var header in operation.Headers)
        {
            var value = header.Constant is not null
                ? SafeText.Literal(header.Constant)
                : HeaderValue(header, values);
            writer.Write(request + ".SetHeader(" + SafeText.Literal(header.WireName) + ", " + value + ");");
        }
    }

    public static void WriteBody(CodeWriter writer, string request, GeneratedOperation operation, ValueExpressions values)
    {
        if (operation.Body is { } body)
        {
            writer.Write(operation.BodyMediaType is { } type
                ? request + ".SetBytes(body, " + SafeText.Literal(type) + ");"
                : request + (body.XmlShape is null ? ".SetJson(" : ".SetXml(") + values.Contract(body with { XmlShape = null }).Expression + ", body"
                    + (operation.JsonMediaType is { } json ? ", " + SafeText.Literal(json) : "") + ");");
        }
        else if (operation.Parts.Count > 0)
        {
            var rest = operation.Parts.FirstOrDefault(static part => part.IsRest);
            var parts = operation.Parts.Where(static part => !part.IsRest).Select(part => "    " + Part(part, values));
            if (rest is not null)
                parts = parts.Prepend("    " + FormPart + ".With(" + rest.Parameter.Name);
            var usual = BodyFormats.MediaTypeOf(operation.IsUrlEncodedForm ? BodyFormat.Form : BodyFormat.Multipart);
            var media = operation.BodyMediaType is { } printed && printed != usual ? "    " + SafeText.Literal(printed) + ",\n" : "";
            writer.Write(
                request + (operation.IsUrlEncodedForm ? ".SetUrlEncodedForm(\n" : ".SetMultipart(\n") + media + string.Join(",\n", parts)
                    + (rest is null ? ");" : "));"));
        }
    }

    private static string Part(FormField part, ValueExpressions values)
    {
        var name = SafeText.Literal(part.Parameter.WireName);
        return part.IsJson
            ? FormPart + ".OfJson(" + name + ", " + values.Contract(part.Parameter.Type with { IsNullable = false }).Expression + ", " + part.Parameter.Name
                + ")"
            : "new " + FormPart + "(" + name + ", " + PartValue(part, values) + ")";
    }

    private static string PartValue(FormField part, ValueExpressions values)
        => part.Constant is { } constant ? SafeText.Literal(constant)
            : part.Parameter.Type.Kind == CodeTypeKind.File
            ? part.Parameter.Name
            : part.Parameter.Type.Kind == CodeTypeKind.List
            ? TextList + ".Join(" + SafeText.Literal(part.Parameter.WireName) + ", " + part.Parameter.Name + ", "
                + values.ItemText(part.Parameter.Type, part.Parameter.WireName) + ")"
            : values.SentText(part.Parameter, part.Parameter.Name, part.IsOptional);

    private static string HeaderValue(SentHeader header, ValueExpressions values)
    {
        var parameter = header.Value!;
        if (parameter.Type.Kind == CodeTypeKind.List)
            return TextList + ".Join(" + SafeText.Literal(parameter.WireName) + ", " + (header.InQuery ? "query?." : "") + parameter.Name + ", "
                + values.ItemText(parameter.Type, parameter.WireName) + ")";
        return values.SentText(parameter, (header.InQuery ? "query?." : "") + parameter.Name, header.InQuery);
    }

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
                ? target + ".AppendQuery(" + name + ", " + SafeText.Literal(part.Constant) + ");"
                : target + ".AppendLiteral(" + name + ");";
        }

        var value = prefix + parameter.Name;
        var isNumber = parameter.Type is { Kind: CodeTypeKind.Int32 or CodeTypeKind.Int64, Substitutes.Count: 0 };
        var text = isNumber || parameter.Type.Kind is CodeTypeKind.List or CodeTypeKind.Map ? value
            : values.SentText(parameter, value, part.InQuery);
        return part.Kind switch
        {
            TargetPartKind.PathValue when parameter.Type.Kind == CodeTypeKind.List =>
                target + ".AppendPathList(" + TextList + ".Join(" + name + ", " + value + ", " + values.ItemText(parameter.Type, parameter.WireName) + "), "
                    + name + ");",
            TargetPartKind.PathValue when isNumber => target + ".AppendPath(" + value + ");",
            TargetPartKind.PathValue => target + ".AppendPath(" + text + ", " + name + (part.AllowsSlashes ? ", slashes: true" : "") + ");",
            TargetPartKind.QueryMap =>
                "global::ApiSpec.Generated.QueryMap.Append(ref " + target + ", " + name + ", " + SafeText.Literal(part.Suffix) + ", " + value
                + (part.IsFlag ? "" : ", " + values.ItemText(parameter.Type, parameter.WireName)) + ");",
            TargetPartKind.QueryFlag => target + ".AppendFlag(" + name + ", " + value + ");",
            TargetPartKind.QueryList =>
                "global::ApiSpec.Generated.QueryList.Append(ref " + target + ", " + name + ", " + SafeText.Literal(part.Separator) + ", " + value + ", "
                + values.ItemText(parameter.Type, parameter.WireName) + ");",
            _ => target + ".AppendQuery(" + name + ", " + text + ");",
        };
    }

    private static void WriteItemCheck(CodeWriter writer, OperationParameter parameter, string value)
    {
        var item = new CodeWriter();
        var element = parameter.Type.Element!;
        WriteCheck(item, parameter with { Type = element, Minimum = element.Minimum, Maximum = element.Maximum }, "item");
        writer.Write(ApiArgument + ".Each(" + value + ", static item => " + item.ToString().TrimEnd('\n', ';') + ");");
    }

    private static void WriteCheck(CodeWriter writer, OperationParameter parameter, string value)
    {
        if (parameter.Minimum is null && parameter.Maximum is null)
            return;
        var name = SafeText.Literal(parameter.WireName);

        // What is wrong with a number is told with the number, unless nobody may know it.
        var secrecy = parameter.IsSecret ? ", isSecret: true" : "";
        switch (parameter.Type.Kind)
        {
            case CodeTypeKind.String:
                writer.Write(ApiArgument + ".Length(" + value + ", " + BoundText.Counts(parameter.Minimum, parameter.Maximum) + ", " + name + ");");
                break;
            case CodeTypeKind.List or CodeTypeKind.Csv or CodeTypeKind.Map:
                writer.Write(ApiArgument + ".Count(" + value + "?.Count, " + BoundText.Counts(parameter.Minimum, parameter.Maximum) + ", " + name + ");");
                break;
            case CodeTypeKind.Int32 or CodeTypeKind.Int64:
                writer.Write(ApiArgument + ".Range(" + value + ", " + BoundText.Wholes(parameter.Minimum, parameter.Maximum) + ", " + name + secrecy + ");");
                break;
            case CodeTypeKind.Decimal:
                writer.Write(
                    ApiArgument + ".Range(" + value + ", " + BoundText.Numbers(parameter.Minimum, parameter.Maximum, "M") + ", " + name + secrecy + ");");
                break;
            case CodeTypeKind.Double:
                writer.Write(
                    ApiArgument + ".Range(" + value + ", " + BoundText.Numbers(parameter.Minimum, parameter.Maximum, "D") + ", " + name + secrecy + ");");
                break;
            default:
                break;
        }
    }
}
