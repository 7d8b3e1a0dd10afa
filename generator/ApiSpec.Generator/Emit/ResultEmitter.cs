using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the record with the body of the received status, and the table that reads it.</summary>
internal static class ResultEmitter
{
    public static void Write(CodeWriter writer, GeneratedOperation operation, ResultUnion results, TypeText types, TargetFramework target)
    {
        writer.WriteSummary($"What {operation.Id} returns: the body of the status that the server answered with. All others are null.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{operation.Context.Accessibility} sealed partial record {results.Name}");
        var locals = new LocalNames().Beside(results.Bodies.Select(static body => body.Name));
        for (var i = 0; i < results.Bodies.Count; i++)
        {
            var body = results.Bodies[i];
            if (i > 0)
                writer.Write();
            writer.WriteSummary($"The body when the status is {StatusEnumEmitter.Describe(body.Status)}");
            if (body.Type is not { IsCollection: true } list)
            {
                writer.Write($$"""public {{TypeOf(body, types)}} {{body.Name}} { get; {{target.Setter}}; }""");
                continue;
            }

            var field = LocalNames.Field(locals.Take(body.Name));
            new CollectionExpressions(types).WriteProperty(writer, list, body.Name, field, target.Setter);
            writer.Write($$"""

                private {{types.OfOptional(list)}} {{field}};
                """);
        }

        writer.Close();
    }

    /// <summary>The table with the body of each status.</summary>
    public static string Table(ResultUnion results, string typeName, ValueExpressions values)
    {
        var rows = results.Bodies.Select(body => $$"""

                    .{{Reader(body, values)}}, static body => new {{typeName}} { {{body.Name}} = body })
            """);
        var empty = results.Empty.Select(status => $$"""

                    .With({{Code(status.Value)}}, new {{typeName}}())
            """);
        return $"new {ApiStatusBodies}<{typeName}>(){string.Concat(rows.Concat(empty))}";
    }

    private static string TypeOf(ResultBody body, TypeText types)
        => body.Type is { } type ? types.OfOptional(type) : (body.Body.Kind == ResponseKind.Text ? "string" : ApiRawBody) + "?";

    private static string Reader(ResultBody body, ValueExpressions values)
    {
        var code = Code(body.Status.Value);
        return body.Type is { } type ? $"With({code}, {values.Contract(type).Expression}"
            : body.Body.MediaType is not { } mediaType ? $"Raw({code}"
            : $"{(body.Body.Kind == ResponseKind.Text ? "Text" : "File")}({code}, {SafeText.Literal(mediaType)}";
    }

    private static string Code(int code) => code.ToString(CultureInfo.InvariantCulture);
}
