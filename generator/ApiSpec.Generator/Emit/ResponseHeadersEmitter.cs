using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the extension methods that read the documented headers of an operation's response.</summary>
internal static class ResponseHeadersEmitter
{
    public static void Write(CodeWriter writer, OperationSignature signature, ResponseHeaderReaders model, TypeText types)
    {
        var operation = signature.Operation;
        writer.WriteSummary($"The headers that the reference lists for the responses of {operation.Id}.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{operation.Context.Accessibility} static partial class {model.Name}");
        for (var i = 0; i < model.Headers.Count; i++)
        {
            if (i > 0)
                writer.Write();
            WriteMethod(writer, signature, model.Headers[i], types);
        }

        writer.Close();
    }

    private static void WriteMethod(CodeWriter writer, OperationSignature signature, ResponseHeaderReader header, TypeText types)
    {
        var isList = header.Type is { Kind: CodeTypeKind.List, IsEmbedded: false };
        var values = new ValueExpressions(types);
        writer.WriteSummary(header.Documentation.Summary ?? $"The header '{header.WireName}'.");
        writer.WriteRemarks([.. header.Documentation.Remarks, Origin(header, signature.Operation)]);
        writer.Write("/// <param name=\"response\">The response.</param>");
        writer.WriteElement(
            "returns",
            "",
            header.Names is not null ? "The values by the part of their names that the server chooses; empty when the response has no such header."
                    + (header.Type.Substitutes.Count > 0 ? " A value is null if the server sends the printed string in place of it." : "")
                : isList ? "The values; empty when the response does not have the header." : "The value; null when the response does not have the header.");
        if (header.Type.IsEmbedded || types.Kind(header.Type) is not (CodeTypeKind.String or CodeTypeKind.OpenEnum))
        {
            writer.WriteElement(
                "exception", $" cref=\"{ApiContractException}\"",
                "The header is not a value of its type. The response is not affected: its other headers and its body can be read, and Headers has the text.");
        }

        var name = SafeText.Literal(header.WireName);
        var substitutes = string.Concat(header.Type.Substitutes.Select(static text => $", {SafeText.Literal(text)}"));
        var others = string.Concat(header.Others.Select(static other => $", {SafeText.Literal(other)}"));
        var read = header.Names is { } parts
                ? $"{HeaderMap}.Read(response, {SafeText.Literal(parts.Prefix)}, {SafeText.Literal(parts.Suffix)}, {values.HeaderReader(header.Type)}{others})"
            : header.Type.IsEmbedded
                ? $"{HeaderValue}.Json{(values.IsReference(header.Type) ? "" : "Value")}(response, {name}, {values.JsonInside(header.Type)}{substitutes})"
            : isList ? $"{HeaderValue}.List(response, {name}, {values.TextReader(header.Type.Element!)})"
            : types.Kind(header.Type) == CodeTypeKind.String ? $"{HeaderValue}.String(response, {name}{substitutes})"
            : $"{HeaderValue}.Value(response, {name}, {values.TextReader(header.Type)}{substitutes})";
        var item = header.Type with { IsNullable = header.Type.Substitutes.Count > 0 };
        var type = header.Names is not null ? types.OfNonNull(new CodeType { Kind = CodeTypeKind.Map, Element = item })
            : isList ? types.OfNonNull(header.Type) : types.OfOptional(header.Type);
        writer.Write($$"""
            public static {{type}} {{header.Method}}(this {{signature.ResponseType}} response)
                => {{read}};
            """);
    }

    private static string Origin(ResponseHeaderReader header, GeneratedOperation operation)
    {
        var statuses = header.Codes.Select(code => operation.Statuses.FirstOrDefault(status => status.Code == code) is { Message: { } message }
            ? $"{StatusDeclaration.TextOf(code)} {message}"
            : StatusDeclaration.TextOf(code));
        return $"The header {header.WireName} of {string.Join(", ", statuses)}.";
    }
}
