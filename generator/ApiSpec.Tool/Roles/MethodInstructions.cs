using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ApiSpec.Tool.Roles;

/// <summary>Finds the methods that a method calls or turns into delegates, from its instructions (ECMA-335, partition III).</summary>
internal static class MethodInstructions
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly Dictionary<int, OpCode> s_opCodes = typeof(OpCodes).GetFields()
        .Select(static field => field.GetValue(null)).OfType<OpCode>().ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>Returns the tokens of methods that a body refers to, in order.</summary>
    /// <exception cref="BadImageFormatException">The instructions are not valid.</exception>
    public static IEnumerable<EntityHandle> MethodsIn(BlobReader instructions)
    {
        var found = new List<EntityHandle>();
        while (instructions.RemainingBytes > 0)
        {
            int value = instructions.ReadByte();
            if (value == TwoByteOpCode)
                value = (value << 8) | instructions.ReadByte();
            if (!s_opCodes.TryGetValue(value, out var code))
                throw new BadImageFormatException($"There is no instruction 0x{value:x2}.");
            switch (code.OperandType)
            {
                case OperandType.InlineMethod:
                    found.Add(MetadataTokens.EntityHandle(instructions.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = instructions.ReadUInt32();
                    if (targets > instructions.RemainingBytes / sizeof(int))
                        throw new BadImageFormatException("A switch has more targets than its method has bytes.");
                    instructions.Offset += (int)targets * sizeof(int);
                    break;
                default:
                    instructions.Offset += SizeOf(code.OperandType);
                    break;
            }
        }

        return found;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
