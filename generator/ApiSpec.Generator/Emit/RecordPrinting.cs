namespace ApiSpec.Generator.Emit;

/// <summary>Writes the method that prints a record, if the method of the compiler is not suitable.</summary>
internal static class RecordPrinting
{
    /// <summary>Masks secret members. By default, a record prints all its members, so a secret would reach each log that the record is written to.</summary>
    /// <param name="writer">Receives the method.</param>
    /// <param name="members">The properties, and whether each is secret. If no property is secret, nothing is written.</param>
    public static void WriteMasked(CodeWriter writer, IReadOnlyList<(string Name, bool IsSecret)> members)
    {
        if (!members.Any(static member => member.IsSecret))
            return;
        writer.Open("private bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < members.Count; i++)
        {
            var (name, isSecret) = members[i];
            writer.Write($"builder.Append({SafeText.Literal($"{(i == 0 ? "" : ", ")}{name} = ")});");
            writer.Write(isSecret ? "builder.Append(\"***\");" : $"builder.Append((object?)this.{name});");
        }

        writer.Write("return true;");
        writer.Close();
        writer.Write();
    }
}
