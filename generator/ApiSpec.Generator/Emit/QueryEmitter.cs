using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the record of an operation's optional values.</summary>
internal static class QueryEmitter
{
    public static void Write(CodeWriter writer, GeneratedOperation operation, QueryRecord query, TypeText types, TargetFramework target)
    {
        var flags = new HashSet<OperationParameter>(
            operation.Target.Where(static part => part.Kind == TargetPartKind.QueryFlag).Select(static part => part.Value!));

        writer.WriteSummary($"The values that a call of {operation.Id} can leave out. Values that are null are not sent.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{operation.Context.Accessibility} sealed partial record {query.Name}");
        var collections = new CollectionExpressions(types);
        var locals = new LocalNames().Beside(query.Members.Select(static member => member.Name));
        var fields = query.Members
            .ToDictionary(static member => member, member => LocalNames.Field(locals.Take(member.Name)));
        var collected = query.Members.Where(static member => member.Type.IsCollection).ToList();
        foreach (var member in collected)
            writer.Write($"private {types.OfOptional(member.Type)} {fields[member]};");
        if (collected.Count > 0)
            writer.Write();
        for (var i = 0; i < query.Members.Count; i++)
        {
            var member = query.Members[i];
            if (i > 0)
                writer.Write();
            writer.WriteDocumentation(member.Documentation, $"The parameter '{member.WireName}'.");
            if (member.Type.IsCollection)
            {
                collections.WriteProperty(writer, member.Type, member.Name, fields[member], target.Setter);
                continue;
            }

            var type = flags.Contains(member) ? types.OfNonNull(member.Type) : types.OfOptional(member.Type);
            ContentProperty.Write(writer, member.Type, type, member.Name, fields[member], target.Setter);
        }

        if (query.Members.Any(static member => member.IsSecret))
            writer.Write();
        RecordPrinting.WriteMasked(writer, [.. query.Members.Select(static member => (member.Name, member.IsSecret))]);
        writer.Close();
    }
}
