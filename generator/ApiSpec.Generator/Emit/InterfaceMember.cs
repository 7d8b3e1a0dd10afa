using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>A method of a group, as its interface and the base class of fakes declare it.</summary>
/// <param name="Cref">The method of the group's class, for documentation.</param>
/// <param name="Declaration">Its return type, name and parameters.</param>
/// <param name="Body">What it returns in the base class, if a fake does not override it.</param>
/// <param name="WriteAttributes">Writes what a compiler is told about it.</param>
internal sealed record InterfaceMember(string Cref, string Declaration, string Body, Action<CodeWriter> WriteAttributes)
{
    /// <summary>Whether a compiler prefers it to another overload.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>
    /// What a member of the base class returns: it throws. Of two overloads, each calls the other one if that means the same. So a fake overrides one of them,
    /// and a fake that was written before the operation had optional values keeps working.
    /// </summary>
    /// <param name="signature">The signature of the overload.</param>
    /// <param name="followsLink">Whether it follows a link.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="parameters">The names of all parameters of the overload with optional values, in order, without the token.</param>
    public static string BodyOf(OperationSignature signature, bool followsLink, string method, IEnumerable<string> parameters)
    {
        const string Throw = $"throw {ClientEmitter.NotOverridden}";
        const string Token = "cancellationToken";
        if (signature.OmitsQuery)
        {
            // An empty record, and not null: the other overload does not call this one again.
            var values = parameters.Select(name => name == OperationSignature.Query ? $"new {signature.QueryType}()" : name);
            return $"{method}({string.Join(", ", values.Append(Token))})";
        }

        if (!signature.NeedsPriority(followsLink))
            return Throw;
        var others = parameters.Where(static name => name != OperationSignature.Query).Append(Token);
        return $"{OperationSignature.Query} is null ? {method}({string.Join(", ", others)}) : {Throw}";
    }

    /// <summary>Writes the interface of a group, and the base class whose members throw.</summary>
    public static void WriteAll(CodeWriter writer, GeneratedOperation operation, IReadOnlyList<InterfaceMember> members)
    {
        writer.Open($"{operation.Context.Accessibility} partial interface I{operation.GroupClass}");
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
                writer.Write();
            writer.Write($$"""/// <inheritdoc cref="{{members[i].Cref}}"/>""");
            members[i].WriteAttributes(writer);
            writer.Write($"{members[i].Declaration};");
        }

        writer.Close();
        writer.Write();
        writer.Open($"{operation.Context.Accessibility} abstract partial class {operation.GroupClass}{OperationGroup.Base}");
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
                writer.Write();
            writer.Write("/// <inheritdoc/>");
            if (members[i].IsPreferred)
                writer.Write(OperationMethodsEmitter.Priority);
            writer.Write($$"""
                public virtual {{members[i].Declaration}}
                    => {{members[i].Body}};
                """);
        }

        writer.Close();
    }
}
