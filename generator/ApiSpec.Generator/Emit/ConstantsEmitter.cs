using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the class or the enum of flags with the named numbers of a row.</summary>
internal static class ConstantsEmitter
{
    public static void Write(CodeWriter writer, GeneratedConstants model)
    {
        writer.WriteDocumentation(model.Documentation, $"Values of {model.Name}.");
        writer.Write(GeneratedFile.Attribute);
        var type = model.AreLong ? "long" : "int";
        if (model.AreFlags)
        {
            WriteFlags(writer, model, type);
            return;
        }

        writer.Open($"{model.Context.Accessibility} static partial class {model.Name}");
        for (var i = 0; i < model.Values.Count; i++)
        {
            var value = model.Values[i];
            if (i > 0)
                writer.Write();
            writer.WriteSummary(value.Description ?? $"The value {value.Value}.");
            writer.WriteObsolete(value.Deprecated);
            writer.Write($"public const {type} {value.Name} = {value.Value};");
        }

        writer.Close();
    }

    private static void WriteFlags(CodeWriter writer, GeneratedConstants model, string type)
    {
        writer.Write("[global::System.Flags]");
        writer.Open($"{model.Context.Accessibility} enum {model.Name} : {type}");
        if (!model.Values.Any(static value => value.Value == "0"))
        {
            writer.WriteSummary("None of the values.");
            writer.Write("None = 0,");
        }

        foreach (var value in model.Values)
        {
            writer.WriteSummary(value.Description ?? $"The value {value.Value}.");
            writer.WriteObsolete(value.Deprecated);
            writer.Write($"{value.Name} = {value.Value},");
        }

        writer.Close();
    }
}
