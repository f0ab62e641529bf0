import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces what javac leaves to run time by plain code: a {@code switch} over types, and the {@code
 * equals} and {@code hashCode} of records.
 *
 * <p>Each is compiled to a call that, when first reached, makes classes that no start-up cache
 * keeps; one small lint met fifty of them. The replacement is a private static method with the same
 * meaning as the one that the library would have made.
 */
final class Desugaring {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int FIRST_GETTER = 2;
  private static final int HASH_FACTOR = 31;

  private Desugaring() {}

  /** The class with such calls replaced, or the very same array if it has none. */
  static byte[] apply(ClassFile rewriter, byte[] bytes) {
    ClassModel model = rewriter.parse(bytes);
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    List<InvokeDynamicInstruction> found = new ArrayList<>();
    CodeTransform calls =
        (builder, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isReplaced(call)) {
            builder.invokestatic(self, name(call, found.size()), call.typeSymbol(), isInterface);
            found.add(call);
          } else {
            builder.with(element);
          }
        };
    ClassTransform replaced =
        ClassTransform.transformingMethodBodies(calls).andThen(new AddedMethods(found));
    byte[] rewritten = rewriter.transformClass(model, replaced);
    return found.isEmpty() ? bytes : rewritten;
  }

  /** Adds one method per call, once all calls have been seen. */
  private record AddedMethods(List<InvokeDynamicInstruction> calls) implements ClassTransform {
    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      builder.with(element);
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      for (int i = 0; i < calls.size(); i++) {
        InvokeDynamicInstruction call = calls.get(i);
        MethodTypeDesc type = call.typeSymbol();
        builder.withMethodBody(name(call, i), type, flags, code -> body(code, call));
      }
    }
  }

  private static String name(InvokeDynamicInstruction call, int number) {
    return call.name().stringValue() + "$" + number;
  }

  private static boolean isReplaced(InvokeDynamicInstruction call) {
    ClassDesc library = call.bootstrapMethod().owner();
    String name = call.name().stringValue();
    if (library.equals(RECORDS)) {
      return name.equals("equals") || name.equals("hashCode");
    }
    // A switch with constants among its cases stays as it is.
    return library.equals(SWITCHES)
        && name.equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(Desugaring::isReferenceType);
  }

  private static boolean isReferenceType(ConstantDesc label) {
    return label instanceof ClassDesc type && !type.isPrimitive();
  }

  private static void body(CodeBuilder code, InvokeDynamicInstruction call) {
    switch (call.name().stringValue()) {
      case "typeSwitch" -> typeSwitch(code, call.bootstrapArgs());
      case "equals" -> equalTo(code, call.bootstrapArgs());
      case "hashCode" -> hash(code, call.bootstrapArgs());
      default -> throw new IllegalArgumentException(call.toString());
    }
  }

  /**
   * The number of the first case from the second argument on that fits; -1 for null; else their
   * count.
   */
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private static void equalTo(CodeBuilder code, List<ConstantDesc> record) {
    ClassDesc type = (ClassDesc) record.getFirst();
    Label other = code.newLabel();
    Label different = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(type).ifeq(different);
    for (ConstantDesc getter : record.subList(FIRST_GETTER, record.size())) {
      String name = ((DirectMethodHandleDesc) getter).methodName();
      ClassDesc field = fieldType(getter);
      code.aload(0).getfield(type, name, field);
      code.aload(1).checkcast(type).getfield(type, name, field);
      if (field.isPrimitive()) {
        code.invokestatic(
            wrapper(field), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, field, field));
        code.ifne(different);
      } else {
        MethodTypeDesc equals =
            MethodTypeDesc.of(
                ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
        code.invokestatic(OBJECTS, "equals", equals).ifeq(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  private static void hash(CodeBuilder code, List<ConstantDesc> record) {
    ClassDesc type = (ClassDesc) record.getFirst();
    code.iconst_0();
    for (ConstantDesc getter : record.subList(FIRST_GETTER, record.size())) {
      ClassDesc field = fieldType(getter);
      code.loadConstant(HASH_FACTOR).imul();
      code.aload(0).getfield(type, ((DirectMethodHandleDesc) getter).methodName(), field);
      ClassDesc owner = field.isPrimitive() ? wrapper(field) : OBJECTS;
      ClassDesc argument = field.isPrimitive() ? field : ConstantDescs.CD_Object;
      code.invokestatic(owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, argument));
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc fieldType(ConstantDesc getter) {
    return ((DirectMethodHandleDesc) getter).invocationType().returnType();
  }

  private static ClassDesc wrapper(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "S" -> ConstantDescs.CD_Short;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      case "D" -> ConstantDescs.CD_Double;
      default -> throw new IllegalArgumentException(primitive.toString());
    };
  }
}
