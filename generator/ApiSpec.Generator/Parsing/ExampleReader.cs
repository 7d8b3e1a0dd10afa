using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing.Yaml;

namespace ApiSpec.Generator.Parsing;

/// <summary>Reads usage examples. Their texts stay exactly as pasted; whether they agree with the file is checked elsewhere.</summary>
internal static class ExampleReader
{
    private static readonly string[] Keys = ["title", "request header", "request body", "response header", "response body"];

    public static EquatableArray<ExampleDeclaration> Read(ReadingContext context, MappingReader keys)
    {
        var examples = new List<ExampleDeclaration>();
        foreach (var (item, pointer) in keys.Mappings("examples", "request header"))
        {
            item.CheckKeys(Keys);
            var example = new ExampleDeclaration
            {
                Title = item.Text("title"),
                RequestHeader = item.Verbatim("request header"),
                RequestBody = item.Verbatim("request body"),
                ResponseHeader = item.Verbatim("response header"),
                ResponseBody = item.Verbatim("response body"),
                Pointer = pointer,
            };
            if (!item.Mapping.Entries.Exists(static entry => entry.Name != "title"))
                context.Report(SpecRules.MissingKey, context.Text.SpanOf(item.Mapping), "An example", "request header", ", 'request body', 'response header' or 'response body'");
            examples.Add(example);
        }

        return examples.ToEquatableArray();
    }
}
